package orrery.orm.error;

/// A database that is asked for by a name under which none is open.
public final class ConnectionDoesNotExist extends OrmError {

  private static final long serialVersionUID = 1L;

  /// Makes an error that says `sentence`.
  public ConnectionDoesNotExist(String sentence) {
    super(sentence);
  }
}
