package orrery.orm.seeds;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.Manager;
import orrery.orm.RelatedManager;
import orrery.orm.load.Instance;

/// What the tests of `prefetch_related` share: databases of their own with the tables of
/// [PrefetchModels], and short words for reading relations.
abstract class PrefetchCase {

  Seeds seeds;

  @BeforeEach
  final void openDatabases(@TempDir Path folder) {
    seeds = Seeds.open(PrefetchModels.ALL, folder);
  }

  @AfterEach
  final void closeDatabases() {
    seeds.close();
  }

  /// Returns the default manager of a model.
  final Manager<Instance> objects(String model) {
    return seeds.orm().objects(model);
  }

  /// Returns the primary key of a saved object.
  static Object key(Instance object) {
    return Objects.requireNonNull(object.pk());
  }

  /// Returns the manager of a to-many relation of an object.
  static RelatedManager<Instance> related(Instance of, String relation) {
    return RelatedManager.of(of, relation);
  }

  /// Returns the objects that an object has by a to-many relation.
  static List<Instance> all(Instance of, String relation) {
    return related(of, relation).all().list();
  }

  /// Returns the words for the objects that an object has by a to-many relation.
  static List<String> texts(Instance of, String relation) {
    return all(of, relation).stream().map(Instance::toString).toList();
  }

  /// Returns the object that an object has by a to-one relation, where it must have one.
  static Instance one(Instance of, String relation) {
    return Objects.requireNonNull(of.get(relation, Instance.class));
  }

  /// Returns the objects that an object has under a `to_attr`.
  static List<Instance> list(Instance of, String attribute) {
    List<?> objects = Objects.requireNonNull(of.get(attribute, List.class));
    return objects.stream().map(Instance.class::cast).toList();
  }
}
