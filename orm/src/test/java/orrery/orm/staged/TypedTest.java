package orrery.orm.staged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orrery.orm.error.ValidationError;
import orrery.orm.meta.Choice;
import orrery.orm.meta.Field;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Json;

/// What people type, read as the field's type says.
class TypedTest {

  private static Field field(FieldType type) {
    return Field.builder("Book", "x", type).nullable(true).build();
  }

  private static FieldType type(String name) {
    return FieldTypes.find(name).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          IntegerField   ; +42                    ; 42
          DecimalField   ; 12.50                  ; 12.50
          FloatField     ; 1e3                    ; 1000.0
          BooleanField   ; Yes                    ; true
          DateField      ; 2024-02-29             ; 2024-02-29
          TimeField      ; 9:05                   ; 09:05:00
          DateTimeField  ; 2024-02-29 10:00       ; 2024-02-29 10:00:00
          DateTimeField  ; 2024-02-29             ; 2024-02-29 00:00:00
          DurationField  ; 2 days, 1:00:00        ; 2 days, 01:00:00
          DurationField  ; 0:45                   ; 00:00:45
          UUIDField      ; {12345678-0000-4001-8000-000000000007} ; 12345678-0000-4001-8000-000000000007
          BinaryField    ; ca fe                  ; 0xcafe
          JSONField      ; {"a": [1, null]}       ; {"a": [1, null]}
          CharField      ; '  kept as typed '     ; '  kept as typed '\
          """)
  void textBecomesAValueWhoseTextReadsAsTheSame(String name, String typed, String shown) {
    Field field = field(type(name));
    Object value = Typed.read(field, typed);
    assertThat(Typed.text(value)).isEqualTo(shown);
    assertThat(Same.values(Typed.read(field, Typed.text(value)), value)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          IntegerField   ; 12a         ; “12a” is not a whole number. Write it like 42 or -7.
          DecimalField   ; 1,5         ; “1,5” is not a number. Write it like 12.50. Did you mean '1.5'?
          BooleanField   ; ture        ; “ture” is not true or false. Write it like true or false. Did you mean 'true'?
          DateField      ; 2023-02-29  ; “2023-02-29” is no date of the calendar.
          TimeField      ; soon        ; “soon” is not a time. Write it like 14:30 or 14:30:05.
          UUIDField      ; 12          ; “12” is not a UUID. Write it like 123e4567-e89b-12d3-a456-426614174000.
          JSONField      ; {a: 1}      ; “{a: 1}” is not JSON. Write it like {"key": [1, 2]} or "text".
          BinaryField    ; xyz         ; “xyz” is not bytes in hexadecimal digits. Write it like 0xCAFE.\
          """)
  void whatIsNoValueIsRefusedWithAnExampleAndWhatWasMeant(
      String name, String typed, String sentence) {
    assertThatThrownBy(() -> Typed.read(field(type(name)), typed))
        .isInstanceOf(ValidationError.class)
        .hasMessage(sentence);
  }

  @Test
  void noTextIsEmptyTextInAColumnOfTextsAndElseNull() {
    assertThat(Typed.read(field(FieldTypes.CHAR), "")).isEqualTo("");
    assertThat(Typed.read(field(FieldTypes.INTEGER), " ")).isNull();
    assertThat(Typed.read(field(FieldTypes.DATE), "")).isNull();
  }

  @Test
  void valuesHaveTheJavaClassOfTheirKind() {
    assertThat(Typed.read(field(FieldTypes.DECIMAL), "1.10")).isEqualTo(new BigDecimal("1.10"));
    assertThat(Typed.read(field(FieldTypes.DATE), "2024-01-02"))
        .isEqualTo(LocalDate.of(2024, 1, 2));
    assertThat(Typed.read(field(FieldTypes.DATETIME), "2024-01-02T03:04"))
        .isEqualTo(LocalDateTime.of(2024, 1, 2, 3, 4));
    assertThat(Typed.read(field(FieldTypes.JSON), "[1]")).isEqualTo(new Json("[1]"));
    assertThat(Typed.read(field(FieldTypes.ANY), "7")).isEqualTo(7L);
    assertThat(Typed.read(field(FieldTypes.ANY), "007")).isEqualTo("007");
  }

  @Test
  void choicesAreTypedByValueOrLabelAndTheNearestIsNamed() {
    Field state =
        Field.builder("Book", "state", FieldTypes.CHAR)
            .choices(List.of(new Choice("o", "Open"), new Choice("c", "Closed")))
            .build();
    assertThat(Typed.read(state, "c")).isEqualTo("c");
    assertThat(Typed.read(state, "open")).isEqualTo("o");
    assertThatThrownBy(() -> Typed.read(state, "Opne"))
        .hasMessage("“Opne” is none of the choices of state. Did you mean 'Open'?");
  }
}
