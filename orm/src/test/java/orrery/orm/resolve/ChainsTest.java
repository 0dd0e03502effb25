package orrery.orm.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import orrery.orm.Chains;
import orrery.orm.type.FieldTypes;

class ChainsTest {

  private static Set<String> names() {
    return Chains.all().stream()
        .filter(entry -> !entry.chains().isEmpty())
        .map(Chains.Entry::name)
        .map(name -> name.replaceFirst(" .*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyLookupIsAskedOfBothDatabases() {
    assertThat(names()).containsAll(Lookups.names());
    assertThat(names()).containsAll(Set.of("has_key", "has_keys", "has_any_keys"));
  }

  @Test
  void everyTransformIsAskedOfBothDatabases() {
    assertThat(names()).containsAll(Transforms.names(FieldTypes.DATETIME));
  }

  @Test
  void everyFunctionIsAskedOfBothDatabases() {
    assertThat(names()).containsAll(Functions.names());
  }
}
