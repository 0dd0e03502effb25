package orrery.orm.dialect;

/// A part of a date or a time: Django's name in `Extract…` and `Trunc…`, and the word for it.
enum DatePart {
  YEAR("Year", true),
  ISO_YEAR("IsoYear", false),
  QUARTER("Quarter", true),
  MONTH("Month", true),
  WEEK("Week", true),
  WEEK_DAY("WeekDay", false),
  ISO_WEEK_DAY("IsoWeekDay", false),
  DAY("Day", true),
  HOUR("Hour", true),
  MINUTE("Minute", true),
  SECOND("Second", true);

  private final String django;
  private final boolean truncatable;

  DatePart(String django, boolean truncatable) {
    this.django = django;
    this.truncatable = truncatable;
  }

  String django() {
    return django;
  }

  /// Returns the word that is given to a function: `week_day`.
  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /// Says whether a date or a time can be cut down to this part.
  boolean isTruncatable() {
    return truncatable;
  }
}
