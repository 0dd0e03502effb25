package orrery.orm.type;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The table of types: Django's field classes that hold a column, by name.
public final class FieldTypes {

  private static final Map<String, FieldType> ALL = new LinkedHashMap<>();

  /// A 32-bit key that the database numbers.
  public static final FieldType AUTO = add("AutoField", Kind.INTEGER);

  /// A 64-bit key that the database numbers.
  public static final FieldType BIG_AUTO = add("BigAutoField", Kind.INTEGER);

  /// A 16-bit key that the database numbers.
  public static final FieldType SMALL_AUTO = add("SmallAutoField", Kind.INTEGER);

  /// True or false.
  public static final FieldType BOOLEAN = add("BooleanField", Kind.BOOLEAN);

  /// A 32-bit integer.
  public static final FieldType INTEGER = add("IntegerField", Kind.INTEGER);

  /// A 64-bit integer.
  public static final FieldType BIG_INTEGER = add("BigIntegerField", Kind.INTEGER);

  /// A 16-bit integer.
  public static final FieldType SMALL_INTEGER = add("SmallIntegerField", Kind.INTEGER);

  /// A 32-bit integer from zero.
  public static final FieldType POSITIVE_INTEGER = add("PositiveIntegerField", Kind.INTEGER);

  /// A 64-bit integer from zero.
  public static final FieldType POSITIVE_BIG_INTEGER = add("PositiveBigIntegerField", Kind.INTEGER);

  /// A 16-bit integer from zero.
  public static final FieldType POSITIVE_SMALL_INTEGER =
      add("PositiveSmallIntegerField", Kind.INTEGER);

  /// A double.
  public static final FieldType FLOAT = add("FloatField", Kind.FLOAT);

  /// A decimal of fixed scale.
  public static final FieldType DECIMAL = add("DecimalField", Kind.DECIMAL);

  /// Text of a limited length.
  public static final FieldType CHAR = add("CharField", Kind.TEXT);

  /// Text of any length.
  public static final FieldType TEXT = add("TextField", Kind.TEXT);

  /// A short label of letters, digits, hyphens and underscores.
  public static final FieldType SLUG = add("SlugField", Kind.TEXT);

  /// An e-mail address.
  public static final FieldType EMAIL = add("EmailField", Kind.TEXT);

  /// A web address.
  public static final FieldType URL = add("URLField", Kind.TEXT);

  /// An IP address of either version.
  public static final FieldType IP_ADDRESS = add("GenericIPAddressField", Kind.TEXT);

  /// The path of a stored file.
  public static final FieldType FILE = add("FileField", Kind.TEXT);

  /// The path of a stored image.
  public static final FieldType IMAGE = add("ImageField", Kind.TEXT);

  /// The path of a file in a folder.
  public static final FieldType FILE_PATH = add("FilePathField", Kind.TEXT);

  /// A calendar date.
  public static final FieldType DATE = add("DateField", Kind.DATE);

  /// A date and a time of day.
  public static final FieldType DATETIME = add("DateTimeField", Kind.DATETIME);

  /// A time of day.
  public static final FieldType TIME = add("TimeField", Kind.TIME);

  /// A length of time, in microseconds.
  public static final FieldType DURATION = add("DurationField", Kind.DURATION);

  /// Bytes.
  public static final FieldType BINARY = add("BinaryField", Kind.BINARY);

  /// A universally unique identifier.
  public static final FieldType UUID = add("UUIDField", Kind.UUID);

  /// A JSON value.
  public static final FieldType JSON = add("JSONField", Kind.JSON);

  /// A list of values.
  public static final FieldType ARRAY = add("ArrayField", Kind.ARRAY);

  /// Whatever the driver gives; for columns and expressions whose type nobody declared.
  public static final FieldType ANY = new FieldType("Field", Kind.ANY);

  private FieldTypes() {}

  private static FieldType add(String name, Kind kind) {
    FieldType type = new FieldType(name, kind);
    ALL.put(name, type);
    return type;
  }

  /// Returns the type that Django calls `name`.
  public static Optional<FieldType> find(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /// Returns all named types, in the order of this table.
  public static Collection<FieldType> all() {
    return ALL.values();
  }
}
