package orrery.ui.builder;

import java.util.stream.Collectors;
import orrery.orm.edit.StepText;
import orrery.orm.error.OrmError;

/// Steps that no form draws, as they are written.
final class TextForm implements Form {
  private final Place place;

  TextForm(Place place) {
    this.place = place;
  }

  /// Returns the text.
  String text() {
    return place.steps().stream().map(StepText::of).collect(Collectors.joining("\n"));
  }

  /// Writes the steps anew.
  ///
  /// @return what is wrong with `text`; empty where nothing is
  String set(String text) {
    try {
      place.replace(StepText.steps(text));
      return "";
    } catch (OrmError wrong) {
      return wrong.getMessage();
    }
  }
}
