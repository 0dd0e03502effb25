package orrery.app.cli;

import orrery.orm.error.DatabaseError;
import orrery.orm.error.NotSupportedError;
import orrery.orm.error.OrmError;

/// What an error means on the command line: a line for people, and the status that the program ends
/// with.
final class Failure {

  /// The status when everything was done.
  static final int DONE = 0;

  /// The status when the database refused or could not be reached.
  static final int DATABASE = 1;

  /// The status when the chain or the arguments are wrong.
  static final int WRONG = 2;

  private Failure() {}

  /// Returns the status that the program ends with after `error`.
  static int status(OrmError error) {
    // What no database was asked for is a fault of the chain, whatever family its error is of.
    return error instanceof DatabaseError && !(error instanceof NotSupportedError)
        ? DATABASE
        : WRONG;
  }

  /// Returns `error` in one line: its name, its sentence and its place.
  static String line(OrmError error) {
    String place = error.place().map(p -> " (" + p + ")").orElse("");
    return error.type() + ": " + error.getMessage().replaceAll("\\s*\\R\\s*", " ") + place;
  }

  /// Returns what people may do about `error` where rows may only be read; empty where that is not
  /// the reason.
  static String hint(OrmError error) {
    String sentence = error.sentence();
    boolean refused = sentence.contains("readonly database") || sentence.contains("read-only");
    return error instanceof DatabaseError && refused ? " — --write lets a chain change rows." : "";
  }
}
