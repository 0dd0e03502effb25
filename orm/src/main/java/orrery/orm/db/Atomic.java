package orrery.orm.db;

/// How a block of statements is to be all or nothing: the arguments of Django's `atomic()`.
///
/// @param savepoint whether a block inside another can be undone alone; else its failure undoes the
///   outer one
/// @param durable whether the block must be the outermost, so that what it did stays once it is
///   done
public record Atomic(boolean savepoint, boolean durable) {

  /// What `atomic()` means without arguments.
  public static final Atomic USUAL = new Atomic(true, false);

  /// `atomic(savepoint=False)`.
  public static final Atomic WITHOUT_SAVEPOINT = new Atomic(false, false);

  /// `atomic(durable=True)`.
  public static final Atomic DURABLE = new Atomic(true, true);

  /// What a block does.
  ///
  /// @param <T> its result
  /// @param <X> what it throws
  @FunctionalInterface
  public interface Work<T, X extends Throwable> {
    /// Does it.
    T run() throws X;
  }

  /// What a block without a result does.
  ///
  /// @param <X> what it throws
  @FunctionalInterface
  public interface Task<X extends Throwable> {
    /// Does it.
    void run() throws X;
  }
}
