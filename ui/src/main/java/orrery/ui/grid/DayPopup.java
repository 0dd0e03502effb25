package orrery.ui.grid;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.skin.DatePickerSkin;
import javafx.scene.input.MouseEvent;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import org.jspecify.annotations.Nullable;

/// A calendar below the cell of a date.
final class DayPopup {
  private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final double ROOM = 300;

  private final DatePicker picker = new DatePicker();
  private final Popup popup = new Popup();
  private final Consumer<LocalDate> taken;
  private boolean following;

  /// Makes it.
  ///
  /// @param taken hears of the day that is clicked at
  DayPopup(Consumer<LocalDate> taken) {
    this.taken = taken;
    popup.setAutoFix(true);
    popup.setHideOnEscape(false);
    popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
    picker
        .valueProperty()
        .subscribe((_, day) -> {
          if (day != null && !following) {
            this.taken.accept(day);
          }
        });
  }

  /// Shows the month of `text` below `cell`.
  void show(Node cell, String text) {
    follow(text);
    if (popup.getContent().isEmpty()) {
      picker.setShowWeekNumbers(false);
      DatePickerSkin skin = new DatePickerSkin(picker);
      picker.setSkin(skin);
      Node calendar = skin.getPopupContent();
      calendar.getStyleClass().add("day-popup");
      calendar.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> leaveKeys());
      popup.getContent().add(calendar);
      popup.setOnShown(_ -> leaveKeys());
    }
    Bounds at = cell.localToScreen(cell.getBoundsInLocal());
    double bottom =
        Screen.getScreensForRectangle(at.getMinX(), at.getMinY(), 1, 1).stream()
            .mapToDouble(screen -> screen.getVisualBounds().getMaxY())
            .max()
            .orElse(Double.MAX_VALUE);
    boolean isLow = at.getMaxY() + ROOM > bottom;
    popup.show(cell, at.getMinX(), isLow ? Math.max(0, at.getMinY() - ROOM) : at.getMaxY() + 2);
  }

  // The calendar would take the keys that belong to the field.
  private void leaveKeys() {
    popup.getScene().getRoot().requestFocus();
  }

  /// Shows the month of what is typed.
  void follow(String text) {
    following = true;
    picker.setValue(day(text));
    following = false;
  }

  /// Returns `text` with another day; a time of day in it stays.
  String with(String text, LocalDate day) {
    Matcher matcher = DAY.matcher(text);
    return matcher.find()
        ? text.substring(0, matcher.start()) + day + text.substring(matcher.end())
        : day.toString();
  }

  /// Puts it away.
  void hide() {
    popup.hide();
  }

  private static @Nullable LocalDate day(String text) {
    Matcher matcher = DAY.matcher(text);
    try {
      return matcher.find()
          ? LocalDate.of(
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3)))
          : null;
    } catch (DateTimeException noDay) {
      return null;
    }
  }
}
