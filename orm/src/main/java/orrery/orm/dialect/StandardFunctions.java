package orrery.orm.dialect;

/// The functions that all databases write alike.
final class StandardFunctions {

  private StandardFunctions() {}

  /// Adds them to `table`.
  static void add(Functions.Builder table) {
    comparison(table);
    text(table);
    math(table);
    window(table);
  }

  private static void comparison(Functions.Builder table) {
    table.add("Coalesce", "COALESCE({*})").add("NullIf", "NULLIF({*})");
  }

  private static void text(Functions.Builder table) {
    table
        .add("Length", "LENGTH({*})")
        .add("Lower", "LOWER({*})")
        .add("LPad", "LPAD({0}, {1}, {2:' '})")
        .add("LTrim", "LTRIM({*})")
        .add("MD5", "MD5({*})")
        .add("Repeat", "REPEAT({*})")
        .add("Replace", "REPLACE({0}, {1}, {2:''})")
        .add("Reverse", "REVERSE({*})")
        .add("RPad", "RPAD({0}, {1}, {2:' '})")
        .add("RTrim", "RTRIM({*})")
        .add("Trim", "TRIM({*})")
        .add("Upper", "UPPER({*})");
  }

  private static void math(Functions.Builder table) {
    table
        .add("Abs", "ABS({*})")
        .add("ACos", "ACOS({*})")
        .add("ASin", "ASIN({*})")
        .add("ATan", "ATAN({*})")
        .add("ATan2", "ATAN2({*})")
        .add("Ceil", "CEILING({*})")
        .add("Cos", "COS({*})")
        .add("Cot", "COT({*})")
        .add("Degrees", "DEGREES({*})")
        .add("Exp", "EXP({*})")
        .add("Floor", "FLOOR({*})")
        .add("Ln", "LN({*})")
        .add("Log", "LOG({*})")
        .add("Mod", "MOD({*})")
        .add("Pi", "PI()")
        .add("Power", "POWER({*})")
        .add("Radians", "RADIANS({*})")
        .add("Round", "ROUND({*})")
        .add("Sign", "SIGN({*})")
        .add("Sin", "SIN({*})")
        .add("Sqrt", "SQRT({*})")
        .add("Tan", "TAN({*})");
  }

  private static void window(Functions.Builder table) {
    table
        .add("CumeDist", "CUME_DIST()")
        .add("DenseRank", "DENSE_RANK()")
        .add("FirstValue", "FIRST_VALUE({*})")
        .add("Lag", "LAG({*})")
        .add("LastValue", "LAST_VALUE({*})")
        .add("Lead", "LEAD({*})")
        .add("NthValue", "NTH_VALUE({0}, {1:1})")
        .add("Ntile", "NTILE({0:1})")
        .add("PercentRank", "PERCENT_RANK()")
        .add("Rank", "RANK()")
        .add("RowNumber", "ROW_NUMBER()");
  }
}
