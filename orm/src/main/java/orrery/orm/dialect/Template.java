package orrery.orm.dialect;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.error.TypeError;
import orrery.orm.sql.SqlExpr;

/// A spelling that is a text with places for the arguments: `{0}` for the first, `{*}` for all with
/// commas between.
final class Template implements Spelling {

  private static final int ALL = -1;

  private final List<String> texts = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();

  private Template(String template) {
    int at = 0;
    int open = template.indexOf('{');
    while (open >= 0) {
      int close = template.indexOf('}', open);
      String place = template.substring(open + 1, close);
      texts.add(template.substring(at, open));
      places.add(place.equals("*") ? ALL : Integer.parseInt(place));
      at = close + 1;
      open = template.indexOf('{', at);
    }
    texts.add(template.substring(at));
  }

  /// Returns the spelling that `template` describes.
  static Spelling of(String template) {
    return new Template(template);
  }

  @Override
  public void write(SqlExpr.Function call, SqlOut out) {
    for (int i = 0; i < places.size(); i++) {
      out.text(texts.get(i));
      int place = places.get(i);
      if (place == ALL) {
        out.list(call.args());
      } else if (place < call.args().size()) {
        out.operand(call.args().get(place));
      } else {
        throw new TypeError(call.name() + "() takes " + (place + 1) + " arguments");
      }
    }
    out.text(texts.getLast());
  }
}
