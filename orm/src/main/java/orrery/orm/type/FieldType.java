package orrery.orm.type;

/// A column's type: Django's field class, its kind, and the sizes that it was declared with.
///
/// Sizes are -1 where the declaration gives none. The named types are rows of [FieldTypes].
///
/// @param name Django's name of the field class, such as `CharField`
/// @param kind which Java class the values have
/// @param maxLength the most characters, of texts
/// @param maxDigits the most digits, of decimals
/// @param decimalPlaces the digits after the point, of decimals
/// @param ownType the type in the database's own words, where it is one that Django has no field
///   class for and that the database turns no text into by itself, such as an enumeration; else
///   empty
public record FieldType(
    String name, Kind kind, int maxLength, int maxDigits, int decimalPlaces, String ownType) {

  /// Makes a type that Django has a field class for.
  public FieldType(String name, Kind kind, int maxLength, int maxDigits, int decimalPlaces) {
    this(name, kind, maxLength, maxDigits, decimalPlaces, "");
  }

  /// Makes a type without sizes.
  public FieldType(String name, Kind kind) {
    this(name, kind, -1, -1, -1);
  }

  /// Returns this type with at most `length` characters.
  public FieldType withLength(int length) {
    return new FieldType(name, kind, length, maxDigits, decimalPlaces, ownType);
  }

  /// Returns this type with `digits` digits of which `places` stand after the point.
  public FieldType withDigits(int digits, int places) {
    return new FieldType(name, kind, maxLength, digits, places, ownType);
  }

  /// Returns this type for columns that are of the database's own type `words`.
  public FieldType withOwnType(String words) {
    return new FieldType(name, kind, maxLength, maxDigits, decimalPlaces, words);
  }

  /// Says whether the columns are of a type of the database's own.
  public boolean isOwn() {
    return !ownType.isEmpty();
  }

  /// Says whether the values are numbers.
  public boolean isNumeric() {
    return kind == Kind.INTEGER || kind == Kind.FLOAT || kind == Kind.DECIMAL;
  }

  /// Says whether the values are points in time or calendar dates, so that date parts can be taken
  /// of them.
  public boolean isTemporal() {
    return kind == Kind.DATE || kind == Kind.DATETIME || kind == Kind.TIME;
  }

  /// Says whether the database numbers the rows itself: an `AutoField` of any size.
  public boolean isAuto() {
    return name.endsWith("AutoField");
  }
}
