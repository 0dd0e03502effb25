package orrery.orm.type;

/// The family of a type: which one Java class its values have inside Orrery.
public enum Kind {
  /// `Boolean`.
  BOOLEAN,
  /// `Long`, or `BigInteger` where a literal is outside 64 bits.
  INTEGER,
  /// `Double`.
  FLOAT,
  /// `BigDecimal`.
  DECIMAL,
  /// `String`.
  TEXT,
  /// `LocalDate`.
  DATE,
  /// `LocalTime`.
  TIME,
  /// `LocalDateTime` where naive, `OffsetDateTime` where aware.
  DATETIME,
  /// `java.time.Duration`.
  DURATION,
  /// [Bytes].
  BINARY,
  /// `java.util.UUID`.
  UUID,
  /// [Json].
  JSON,
  /// `List` of values of the element type.
  ARRAY,
  /// Whatever the driver gives: a column without a declared type.
  ANY
}
