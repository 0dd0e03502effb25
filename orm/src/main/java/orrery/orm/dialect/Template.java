package orrery.orm.dialect;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.error.TypeError;
import orrery.orm.sql.SqlExpr;

/// A spelling that is a text with places for the arguments: `{0}` for the first, `{*}` for all with
/// commas between, `{1:' '}` for one that is `' '` where it is not given.
final class Template implements Spelling {

  private static final int ALL = -1;

  /// A place for an argument.
  ///
  /// @param index which one, from 0, or [#ALL]
  /// @param otherwise what stands there where the argument is not given; empty where it must be
  private record Place(int index, String otherwise) {}

  private final List<String> texts = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();

  private Template(String template) {
    int at = 0;
    int open = template.indexOf('{');
    while (open >= 0) {
      int close = template.indexOf('}', open);
      texts.add(template.substring(at, open));
      places.add(place(template.substring(open + 1, close)));
      at = close + 1;
      open = template.indexOf('{', at);
    }
    texts.add(template.substring(at));
  }

  private static Place place(String text) {
    int colon = text.indexOf(':');
    String index = colon < 0 ? text : text.substring(0, colon);
    String otherwise = colon < 0 ? "" : text.substring(colon + 1);
    return new Place(index.equals("*") ? ALL : Integer.parseInt(index), otherwise);
  }

  /// Returns the spelling that `template` describes.
  static Spelling of(String template) {
    return new Template(template);
  }

  @Override
  public void write(SqlExpr.Function call, SqlOut out) {
    for (int i = 0; i < places.size(); i++) {
      out.text(texts.get(i));
      Place place = places.get(i);
      if (place.index() == ALL) {
        out.list(call.args());
      } else if (place.index() < call.args().size()) {
        out.operand(call.args().get(place.index()));
      } else if (!place.otherwise().isEmpty()) {
        out.text(place.otherwise());
      } else {
        throw new TypeError(call.name() + "() takes " + (place.index() + 1) + " arguments");
      }
    }
    out.text(texts.getLast());
  }
}
