package orrery.ui;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import orrery.orm.error.OrmError;
import orrery.orm.error.Place;

/// What went wrong, as the window shows it.
///
/// @param type Django's or Java's name for it
/// @param sentence what is wrong, without the suggestion
/// @param suggestion the name that was probably meant
/// @param line the line of the text, counted from 1; 0 where it has no place
/// @param column the column of the text, counted from 1; 0 where it has no place
/// @param details what somebody who mends the program wants to see
public record Trouble(
    String type,
    String sentence,
    Optional<String> suggestion,
    int line,
    int column,
    String details) {

  /// Returns what `error` says.
  public static Trouble of(Throwable error) {
    if (error instanceof OrmError e) {
      Optional<Place> place = e.place();
      return new Trouble(
          e.type(),
          e.sentence(),
          e.suggestion(),
          place.map(Place::line).orElse(0),
          place.map(Place::column).orElse(0),
          cause(e));
    }
    String message = error.getMessage();
    return new Trouble(
        error.getClass().getSimpleName(),
        message == null ? "Something unexpected went wrong." : message,
        Optional.empty(),
        0,
        0,
        trace(error));
  }

  /// Says whether it stands at a place of the text.
  public boolean hasPlace() {
    return line > 0;
  }

  /// Returns the type, the sentence and the place, for copying.
  public String words() {
    String at = hasPlace() ? " (line " + line + ", column " + column + ")" : "";
    String meant = suggestion.map(s -> " Did you mean '" + s + "'?").orElse("");
    return type + ": " + sentence + meant + at;
  }

  private static String cause(OrmError error) {
    Throwable cause = error.getCause();
    return cause == null ? "" : String.valueOf(cause.getMessage());
  }

  private static String trace(Throwable error) {
    StringWriter out = new StringWriter();
    error.printStackTrace(new PrintWriter(out, true));
    return out.toString();
  }
}
