package orrery.orm.schema;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// The table of types that columns of SQLite are declared with, and the field types that stand for
/// them.
///
/// SQLite takes any words for a type. Those that Django's `inspectdb` knows mean what they mean
/// there; the usual words of other databases are added; of the rest SQLite's own rule of affinity
/// decides where it says more than *numeric*, and what is left is a `TextField`, as in Django. A
/// UUID is text too: how such a column spells its values nobody declared.
final class SqliteDeclaredTypes {

  private static final Pattern DECLARED =
      Pattern.compile("([^()]*)(?:\\(\\s*([^,()]*?)\\s*(?:,\\s*([^()]*?)\\s*)?\\)(.*))?");

  private static final Map<String, FieldType> TYPES = new HashMap<>();

  static {
    add(FieldTypes.BOOLEAN, "bool", "boolean", "bit", "logical");
    add(FieldTypes.SMALL_INTEGER, "smallint", "smallinteger", "int2", "tinyint", "smallserial");
    add(FieldTypes.POSITIVE_SMALL_INTEGER, "smallint unsigned", "tinyint unsigned");
    add(FieldTypes.INTEGER, "int", "integer", "mediumint", "int4", "serial", "year");
    add(FieldTypes.POSITIVE_INTEGER, "integer unsigned", "int unsigned", "mediumint unsigned");
    add(FieldTypes.BIG_INTEGER, "bigint", "int8", "bigserial", "long");
    add(FieldTypes.POSITIVE_BIG_INTEGER, "bigint unsigned", "unsigned big int");
    add(FieldTypes.DECIMAL, "decimal", "numeric", "dec", "number", "money", "smallmoney");
    add(FieldTypes.FLOAT, "real", "float", "double", "double precision", "float4", "float8");
    add(FieldTypes.CHAR, "char", "varchar", "character", "nchar", "nvarchar", "bpchar");
    add(FieldTypes.CHAR, "varchar2", "nvarchar2", "character varying", "varying character");
    add(FieldTypes.CHAR, "native character", "national character", "national character varying");
    add(FieldTypes.TEXT, "text", "clob", "ntext", "tinytext", "mediumtext", "longtext", "string");
    add(FieldTypes.BINARY, "blob", "binary", "varbinary", "bytea", "image", "raw");
    add(FieldTypes.BINARY, "tinyblob", "mediumblob", "longblob");
    add(FieldTypes.DATE, "date");
    add(FieldTypes.DATETIME, "datetime", "timestamp", "datetime2", "smalldatetime", "timestamptz");
    add(FieldTypes.DATETIME, "timestamp with time zone", "timestamp without time zone");
    add(FieldTypes.TIME, "time", "time with time zone", "time without time zone");
    add(FieldTypes.JSON, "json", "jsonb");
    add(FieldTypes.ANY, "", "any");
  }

  private SqliteDeclaredTypes() {}

  private static void add(FieldType type, String... names) {
    for (String name : names) {
      TYPES.put(name, type);
    }
  }

  /// Returns the type that `declared` stands for; [FieldTypes#ANY] where nothing was declared.
  static FieldType of(String declared) {
    Matcher parts = DECLARED.matcher(declared);
    if (!parts.matches()) {
      return byAffinity(declared.toLowerCase(Locale.ROOT));
    }
    String rest = parts.group(4) == null ? "" : parts.group(4);
    String name =
        (parts.group(1) + " " + rest).strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    FieldType type = TYPES.get(name);
    return type == null
        ? byAffinity(name)
        : sized(type, number(parts.group(2)), number(parts.group(3)));
  }

  private static FieldType sized(FieldType type, int first, int second) {
    if (first < 0) {
      return type;
    }
    if (type.equals(FieldTypes.DECIMAL)) {
      return type.withDigits(first, Math.max(0, second));
    }
    return type.equals(FieldTypes.CHAR) ? type.withLength(first) : type;
  }

  private static int number(@Nullable String text) {
    return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
  }

  private static FieldType byAffinity(String name) {
    if (name.contains("int")) {
      return FieldTypes.INTEGER;
    }
    if (name.contains("char") || name.contains("clob") || name.contains("text")) {
      return FieldTypes.TEXT;
    }
    if (name.contains("blob")) {
      return FieldTypes.BINARY;
    }
    boolean real = name.contains("real") || name.contains("floa") || name.contains("doub");
    return real ? FieldTypes.FLOAT : FieldTypes.TEXT;
  }
}
