package orrery.orm.schema;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// The field types that PostgreSQL's types stand for, by the names it gives them itself.
final class PostgresDeclaredTypes {

  /// Such as `numeric(10,2)` and `timestamp(3) without time zone`.
  private static final Pattern DECLARED =
      Pattern.compile("([^(]*?)\\s*(?:\\((\\d+)(?:,(-?\\d+))?\\))?( with(?:out)? time zone)?");

  private static final Map<String, FieldType> TYPES = new HashMap<>();

  static {
    add(FieldTypes.SMALL_INTEGER, "smallint");
    add(FieldTypes.INTEGER, "integer");
    add(FieldTypes.BIG_INTEGER, "bigint", "oid", "xid", "cid");
    add(FieldTypes.FLOAT, "real", "double precision");
    add(FieldTypes.DECIMAL, "numeric");
    add(FieldTypes.BOOLEAN, "boolean");
    add(FieldTypes.CHAR, "character varying", "character", "bpchar", "\"char\"", "name");
    add(FieldTypes.TEXT, "text", "citext");
    add(FieldTypes.BINARY, "bytea");
    add(FieldTypes.UUID, "uuid");
    add(FieldTypes.DATE, "date");
    add(FieldTypes.TIME, "time without time zone");
    add(FieldTypes.DATETIME, "timestamp without time zone", "timestamp with time zone");
    add(FieldTypes.DURATION, "interval");
    add(FieldTypes.JSON, "json", "jsonb");
    add(FieldTypes.IP_ADDRESS.withOwnType("inet"), "inet");
    add(FieldTypes.TEXT.withOwnType("xml"), "xml");
  }

  private PostgresDeclaredTypes() {}

  private static void add(FieldType type, String... names) {
    for (String name : names) {
      TYPES.put(name, type);
    }
  }

  /// Returns the type that `declared` stands for; text for what has no field class, since text is
  /// what it is read as and compared with.
  static FieldType of(String declared) {
    if (declared.endsWith("[]")) {
      return FieldTypes.ARRAY.withOwnType(declared);
    }
    Matcher parts = DECLARED.matcher(declared);
    if (!parts.matches()) {
      return FieldTypes.TEXT.withOwnType(declared);
    }
    String zone = parts.group(4) == null ? "" : parts.group(4);
    FieldType type = TYPES.get(parts.group(1) + zone);
    if (type == null) {
      return FieldTypes.TEXT.withOwnType(declared);
    }
    if (parts.group(2) == null) {
      return type;
    }
    int first = Integer.parseInt(parts.group(2));
    if (type.equals(FieldTypes.DECIMAL)) {
      int places = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
      return type.withDigits(first, Math.max(0, places));
    }
    return type.equals(FieldTypes.CHAR) ? type.withLength(first) : type;
  }
}
