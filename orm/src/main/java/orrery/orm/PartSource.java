package orrery.orm;

/// Where the parts of an answer come from.
interface PartSource extends AutoCloseable {

  /// Reads at most `most` rows; fewer are the last.
  Result read(int most);

  /// Says whether there is no row left.
  boolean isAtEnd();

  @Override
  void close();

  /// Returns what gives `whole` at once.
  static PartSource of(Result whole) {
    return new PartSource() {
      @Override
      public Result read(int most) {
        return whole;
      }

      @Override
      public boolean isAtEnd() {
        return true;
      }

      @Override
      public void close() {
        // It is all here.
      }
    };
  }
}
