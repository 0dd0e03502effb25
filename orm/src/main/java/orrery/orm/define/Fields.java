package orrery.orm.define;

import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// The kinds of fields and relations that a model can be given, by Django's names. To be imported
/// statically.
public final class Fields {

  private Fields() {}

  /// Returns a field of any type.
  public static FieldDefinition field(FieldType type) {
    return new FieldDefinition(type);
  }

  /// Returns text of at most `maxLength` characters: `CharField`.
  public static FieldDefinition charField(int maxLength) {
    return field(FieldTypes.CHAR.withLength(maxLength));
  }

  /// Returns a decimal of `maxDigits` digits, of which `decimalPlaces` stand after the point:
  /// `DecimalField`.
  public static FieldDefinition decimalField(int maxDigits, int decimalPlaces) {
    return field(FieldTypes.DECIMAL.withDigits(maxDigits, decimalPlaces));
  }

  /// Returns a 32-bit key that the database numbers: `AutoField`.
  public static FieldDefinition autoField() {
    return field(FieldTypes.AUTO);
  }

  /// Returns a 64-bit key that the database numbers: `BigAutoField`, what a model gets that says
  /// nothing.
  public static FieldDefinition bigAutoField() {
    return field(FieldTypes.BIG_AUTO);
  }

  /// Returns a 16-bit key that the database numbers: `SmallAutoField`.
  public static FieldDefinition smallAutoField() {
    return field(FieldTypes.SMALL_AUTO);
  }

  /// Returns true or false: `BooleanField`.
  public static FieldDefinition booleanField() {
    return field(FieldTypes.BOOLEAN);
  }

  /// Returns a 32-bit integer: `IntegerField`.
  public static FieldDefinition integerField() {
    return field(FieldTypes.INTEGER);
  }

  /// Returns a 64-bit integer: `BigIntegerField`.
  public static FieldDefinition bigIntegerField() {
    return field(FieldTypes.BIG_INTEGER);
  }

  /// Returns a 16-bit integer: `SmallIntegerField`.
  public static FieldDefinition smallIntegerField() {
    return field(FieldTypes.SMALL_INTEGER);
  }

  /// Returns a 32-bit integer from zero: `PositiveIntegerField`.
  public static FieldDefinition positiveIntegerField() {
    return field(FieldTypes.POSITIVE_INTEGER);
  }

  /// Returns a 64-bit integer from zero: `PositiveBigIntegerField`.
  public static FieldDefinition positiveBigIntegerField() {
    return field(FieldTypes.POSITIVE_BIG_INTEGER);
  }

  /// Returns a 16-bit integer from zero: `PositiveSmallIntegerField`.
  public static FieldDefinition positiveSmallIntegerField() {
    return field(FieldTypes.POSITIVE_SMALL_INTEGER);
  }

  /// Returns a double: `FloatField`.
  public static FieldDefinition floatField() {
    return field(FieldTypes.FLOAT);
  }

  /// Returns text of any length: `TextField`.
  public static FieldDefinition textField() {
    return field(FieldTypes.TEXT);
  }

  /// Returns a short label of letters, digits, hyphens and underscores: `SlugField`.
  public static FieldDefinition slugField() {
    return field(FieldTypes.SLUG);
  }

  /// Returns an e-mail address: `EmailField`.
  public static FieldDefinition emailField() {
    return field(FieldTypes.EMAIL);
  }

  /// Returns a web address: `URLField`.
  public static FieldDefinition urlField() {
    return field(FieldTypes.URL);
  }

  /// Returns an IP address of either version: `GenericIPAddressField`.
  public static FieldDefinition genericIpAddressField() {
    return field(FieldTypes.IP_ADDRESS);
  }

  /// Returns the path of a stored file: `FileField`.
  public static FieldDefinition fileField() {
    return field(FieldTypes.FILE);
  }

  /// Returns the path of a stored image: `ImageField`.
  public static FieldDefinition imageField() {
    return field(FieldTypes.IMAGE);
  }

  /// Returns a calendar date: `DateField`.
  public static FieldDefinition dateField() {
    return field(FieldTypes.DATE);
  }

  /// Returns a date and a time of day: `DateTimeField`.
  public static FieldDefinition dateTimeField() {
    return field(FieldTypes.DATETIME);
  }

  /// Returns a time of day: `TimeField`.
  public static FieldDefinition timeField() {
    return field(FieldTypes.TIME);
  }

  /// Returns a length of time: `DurationField`.
  public static FieldDefinition durationField() {
    return field(FieldTypes.DURATION);
  }

  /// Returns bytes: `BinaryField`.
  public static FieldDefinition binaryField() {
    return field(FieldTypes.BINARY);
  }

  /// Returns a universally unique identifier: `UUIDField`.
  public static FieldDefinition uuidField() {
    return field(FieldTypes.UUID);
  }

  /// Returns a JSON value: `JSONField`.
  public static FieldDefinition jsonField() {
    return field(FieldTypes.JSON);
  }

  /// Returns a list of texts, where the database has lists: `ArrayField`.
  public static FieldDefinition arrayField() {
    return field(FieldTypes.ARRAY);
  }

  /// Returns a reference to one object of `target`, `self` being the model itself: `ForeignKey`.
  public static ForeignKeyDefinition foreignKey(String target) {
    return new ForeignKeyDefinition(target, false);
  }

  /// Returns a reference to an object of `target` that no other object refers to: `OneToOneField`.
  public static ForeignKeyDefinition oneToOneField(String target) {
    return new ForeignKeyDefinition(target, true);
  }

  /// Returns a relation to any number of objects of `target`, `self` being the model itself:
  /// `ManyToManyField`.
  public static ManyToManyDefinition manyToManyField(String target) {
    return new ManyToManyDefinition(target);
  }

  /// Returns a reference to an object of any model by two other fields: `GenericForeignKey`.
  ///
  /// @param typeField the foreign key to `ContentType`
  /// @param keyField the field with the key
  public static GenericForeignKeyDefinition genericForeignKey(String typeField, String keyField) {
    return new GenericForeignKeyDefinition(typeField, keyField);
  }

  /// Returns the objects of `target` whose generic foreign key points here: `GenericRelation`.
  public static GenericRelationDefinition genericRelation(String target) {
    return new GenericRelationDefinition(target);
  }
}
