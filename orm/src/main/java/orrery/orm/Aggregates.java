package orrery.orm;

/// Django's aggregates of one field each: `distinct()`, `filter(…)` and other options are added to
/// what these return. Any other is called by its name with [Functions#call].
public final class Aggregates {

  private Aggregates() {}

  /// Counts the values of `path` that are not NULL; of `*` the rows.
  public static Expression count(String path) {
    return Functions.call("Count", path);
  }

  /// Adds the values.
  public static Expression sum(Object of) {
    return Functions.call("Sum", of);
  }

  /// Returns the mean of the values.
  public static Expression avg(Object of) {
    return Functions.call("Avg", of);
  }

  /// Returns the smallest value.
  public static Expression min(Object of) {
    return Functions.call("Min", of);
  }

  /// Returns the largest value.
  public static Expression max(Object of) {
    return Functions.call("Max", of);
  }

  /// Returns the standard deviation of the values.
  public static Expression stdDev(Object of) {
    return Functions.call("StdDev", of);
  }

  /// Returns the variance of the values.
  public static Expression variance(Object of) {
    return Functions.call("Variance", of);
  }
}
