package orrery.orm.type;

/// A JSON value, kept as its text: whoever needs its parts parses it, whoever shows it need not.
public record Json(String text) {

  @Override
  public String toString() {
    return text;
  }
}
