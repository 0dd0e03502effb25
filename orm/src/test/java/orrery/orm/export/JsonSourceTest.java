package orrery.orm.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import orrery.orm.Chinook;
import orrery.orm.db.Database;
import orrery.orm.db.Settings;
import orrery.orm.error.OrmError;
import orrery.orm.error.Place;
import orrery.orm.error.ValueError;
import orrery.orm.meta.Choice;
import orrery.orm.meta.Field;
import orrery.orm.meta.GenericForeignKey;
import orrery.orm.meta.GenericRelation;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.schema.Inspected;
import orrery.orm.type.FieldTypes;

class JsonSourceTest {

  private static void comesBack(Models models) {
    Models back = JsonSource.read(JsonSource.of(models));
    assertThat(back.all()).usingRecursiveComparison().isEqualTo(models.all());
  }

  @Test
  void theModelsOfADatabaseComeBackEqual() throws IOException {
    try (Database database = Database.open(Settings.of(Chinook.copy().toString()))) {
      comesBack(Inspected.of(database).models());
    }
  }

  @Test
  void modelsWithOddNamesComeBackEqual() {
    try (Database database = OddNames.made(OddNames.script())) {
      comesBack(Inspected.of(database).models());
    }
  }

  @Test
  void whatOnlyCodeCanSayComesBackEqual() {
    comesBack(
        new Models(
            List.of(
                Model.builder("Tag", "tag")
                    .appLabel("shop")
                    .schema("public")
                    .ordering(List.of("-made", "word"))
                    .getLatestBy(List.of("made"))
                    .selectOnSave(true)
                    .field(
                        Field.builder("Tag", "word", FieldTypes.CHAR.withLength(5))
                            .primaryKey(true)
                            .choices(
                                List.of(new Choice("a", "The \"first\""), new Choice("b", "\n")))
                            .build())
                    .field(
                        Field.builder("Tag", "price", FieldTypes.DECIMAL.withDigits(5, 2))
                            .defaultValue(new BigDecimal("1.50"))
                            .build())
                    .field(
                        Field.builder("Tag", "made", FieldTypes.DATETIME)
                            .defaultValue(LocalDateTime.of(2020, 1, 2, 3, 4))
                            .build())
                    .virtual(new GenericForeignKey("Tag", "object", "type", "key"))
                    .virtual(
                        new GenericRelation(
                            "Tag", "tags", "Tag", "type", "key", java.util.Optional.of("tagged")))
                    .build(),
                Model.builder("OldTag", "tag").proxyOf("Tag").build())));
  }

  @Test
  void eachFieldHasALineOfItsOwn() throws IOException {
    try (Database database = Database.open(Settings.of(Chinook.copy().toString()))) {
      assertThat(JsonSource.of(Inspected.of(database).models()))
          .startsWith("{\n  \"orrery\": 1,\n  \"models\": [\n    {\n      \"name\": \"Album\",\n")
          .contains(
              "        {\"name\": \"title\", \"type\": \"CharField\", \"maxLength\": 160, \"column\":"
                  + " \"Title\", \"declaredType\": \"NVARCHAR(160)\"},\n")
          .endsWith("}\n");
    }
  }

  @Test
  void whatIsNoJsonIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> JsonSource.read("{\n  \"orrery\": 1,\n  \"models\": [}"))
        .isInstanceOfSatisfying(
            ValueError.class, e -> assertThat(e.place()).contains(new Place(3, 14)));
  }

  @Test
  void whatMeansNothingIsRefusedWithTheNearestName() {
    assertThatThrownBy(() ->
            JsonSource.read(
                "{\"orrery\": 1, \"models\": [{\"name\": \"A\", \"table\": \"a\", \"fieldz\": []}]}"))
        .hasMessage("\"fieldz\" means nothing in a model. Did you mean 'fields'?");
    assertThatThrownBy(() -> JsonSource.read("{\"orrery\": 2}"))
        .hasMessageContaining("later version");
  }

  @Property(tries = 300)
  void noTextGivesAnythingButModelsOrAProperError(@ForAll String text) {
    try {
      assertThat(JsonSource.read(text)).isNotNull();
    } catch (OrmError e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
  }
}
