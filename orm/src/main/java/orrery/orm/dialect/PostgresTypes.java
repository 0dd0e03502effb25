package orrery.orm.dialect;

import java.util.Map;
import java.util.Optional;
import orrery.orm.error.NotSupportedError;
import orrery.orm.type.FieldType;
import orrery.orm.type.Kind;

/// The types that columns are declared with in PostgreSQL, by Django's field class.
final class PostgresTypes {

  private static final Map<String, String> COLUMNS =
      Map.ofEntries(
          Map.entry("ArrayField", "text[]"),
          Map.entry("AutoField", "integer"),
          Map.entry("BigAutoField", "bigint"),
          Map.entry("BigIntegerField", "bigint"),
          Map.entry("BinaryField", "bytea"),
          Map.entry("BooleanField", "boolean"),
          Map.entry("DateField", "date"),
          Map.entry("DateTimeField", "timestamp with time zone"),
          Map.entry("DurationField", "interval"),
          Map.entry("Field", "text"),
          Map.entry("FloatField", "double precision"),
          Map.entry("GenericIPAddressField", "inet"),
          Map.entry("IntegerField", "integer"),
          Map.entry("JSONField", "jsonb"),
          Map.entry("PositiveBigIntegerField", "bigint"),
          Map.entry("PositiveIntegerField", "integer"),
          Map.entry("PositiveSmallIntegerField", "smallint"),
          Map.entry("SmallAutoField", "smallint"),
          Map.entry("SmallIntegerField", "smallint"),
          Map.entry("TextField", "text"),
          Map.entry("TimeField", "time"),
          Map.entry("UUIDField", "uuid"));

  private PostgresTypes() {}

  static String column(FieldType type) {
    if (type.isOwn()) {
      return type.ownType();
    }
    String found = COLUMNS.get(type.name());
    if (found != null) {
      return found;
    }
    return switch (type.kind()) {
      case TEXT -> TextLengths.varchar(type);
      case DECIMAL -> decimal(type);
      default ->
          throw new NotSupportedError("PostgreSQL has no column type for " + type.name() + ".");
    };
  }

  private static String decimal(FieldType type) {
    return type.maxDigits() > 0 && type.decimalPlaces() >= 0
        ? "numeric(" + type.maxDigits() + ", " + type.decimalPlaces() + ")"
        : "numeric";
  }

  static Optional<String> check(String column, FieldType type) {
    return type.kind() == Kind.INTEGER && type.name().startsWith("Positive")
        ? Optional.of(column + " >= 0")
        : Optional.empty();
  }
}
