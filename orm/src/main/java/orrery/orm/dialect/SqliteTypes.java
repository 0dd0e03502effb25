package orrery.orm.dialect;

import java.util.Map;
import java.util.Optional;
import orrery.orm.error.NotSupportedError;
import orrery.orm.type.FieldType;
import orrery.orm.type.Kind;

/// The types that columns are declared with in SQLite, by Django's field class.
final class SqliteTypes {

  private static final Map<String, String> COLUMNS =
      Map.ofEntries(
          Map.entry("AutoField", "integer"),
          Map.entry("BigAutoField", "integer"),
          Map.entry("BigIntegerField", "bigint"),
          Map.entry("BinaryField", "BLOB"),
          Map.entry("BooleanField", "bool"),
          Map.entry("DateField", "date"),
          Map.entry("DateTimeField", "datetime"),
          Map.entry("DecimalField", "decimal"),
          Map.entry("DurationField", "bigint"),
          Map.entry("Field", ""),
          Map.entry("FloatField", "real"),
          Map.entry("GenericIPAddressField", "char(39)"),
          Map.entry("IntegerField", "integer"),
          Map.entry("JSONField", "text"),
          Map.entry("PositiveBigIntegerField", "bigint unsigned"),
          Map.entry("PositiveIntegerField", "integer unsigned"),
          Map.entry("PositiveSmallIntegerField", "smallint unsigned"),
          Map.entry("SmallAutoField", "integer"),
          Map.entry("SmallIntegerField", "smallint"),
          Map.entry("TextField", "text"),
          Map.entry("TimeField", "time"),
          Map.entry("UUIDField", "char(32)"));

  private SqliteTypes() {}

  static String column(FieldType type) {
    String found = COLUMNS.get(type.name());
    if (found != null) {
      return found;
    }
    if (type.kind() == Kind.TEXT) {
      return TextLengths.varchar(type);
    }
    throw new NotSupportedError("SQLite has no column type for " + type.name() + ".");
  }

  static String cast(FieldType type) {
    return switch (type.kind()) {
      case TEXT -> type.maxLength() > 0 ? "varchar(" + type.maxLength() + ")" : "text";
      case INTEGER -> type.isAuto() ? "integer" : column(type);
      case BOOLEAN, FLOAT, DECIMAL, DATE, TIME, DATETIME, DURATION, BINARY, UUID, JSON, ARRAY ->
          column(type);
      case ANY -> "text";
    };
  }

  static Optional<String> check(String column, FieldType type) {
    return type.kind() == Kind.JSON
        ? Optional.of("(JSON_VALID(" + column + ") OR " + column + " IS NULL)")
        : type.name().startsWith("Positive") ? Optional.of(column + " >= 0") : Optional.empty();
  }
}
