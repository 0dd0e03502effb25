package orrery.ui.builder;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import orrery.ui.kit.Buttons;
import orrery.ui.kit.Icons;

/// The small parts that forms are made of.
final class Pieces {
  private Pieces() {}

  /// Returns a line of nodes.
  static HBox line(Node... nodes) {
    HBox line = new HBox(nodes);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("form-line");
    return line;
  }

  /// Returns nodes one after another, over several lines where one is too short.
  static FlowPane flow(Node... nodes) {
    FlowPane flow = new FlowPane(nodes);
    flow.setPrefWrapLength(300);
    flow.getStyleClass().add("expression");
    return flow;
  }

  /// Returns a count in words; nothing where it is not known.
  static String rows(String count) {
    return count.isEmpty() ? "" : count + (count.equals("1") ? " row" : " rows");
  }

  /// Returns what takes all the room that is left.
  static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  /// Returns a small word between fields.
  static Label word(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("form-word");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /// Returns a button that picks a path for something new.
  static Button add(String id, String words, Supplier<PathPicker> picker, Consumer<String> taken) {
    Button add = new Button(words, Icons.of("fth-plus"));
    add.setId(id);
    add.getStyleClass().addAll("flat", "small", "add-button");
    add.setMinWidth(Region.USE_PREF_SIZE);
    add.setOnAction(_ -> PathPopOver.show(add, picker.get(), false, taken));
    return add;
  }

  /// Returns the small cross that takes something out.
  static Button remove(String id, String words, Runnable action) {
    Button remove = Buttons.icon("fth-x", words, action);
    remove.setId(id);
    remove.getStyleClass().add("line-tool");
    return remove;
  }

  /// Returns a list to choose from.
  static ComboBox<String> choice(String id, List<String> items, int chosen, IntConsumer take) {
    ComboBox<String> box = new ComboBox<>();
    box.setId(id);
    box.getItems().setAll(items);
    box.getSelectionModel().select(chosen);
    box.getStyleClass().add("small");
    box.getSelectionModel()
        .selectedIndexProperty()
        .addListener((_, _, now) -> {
          if (now.intValue() >= 0) {
            take.accept(now.intValue());
          }
        });
    return box;
  }

  /// Returns buttons of which one is down.
  ///
  /// @param id the first part of their ids
  static SegmentedButton segments(
      String id, List<String> words, List<Boolean> enabled, int chosen, IntConsumer take) {
    SegmentedButton segments = new SegmentedButton();
    segments.getStyleClass().add("segments");
    // Beside a long name it is the name that gives way.
    segments.setMinWidth(Region.USE_PREF_SIZE);
    for (int i = 0; i < words.size(); i++) {
      ToggleButton button = new ToggleButton(words.get(i));
      button.setId(id + "-" + i);
      button.getStyleClass().add("small");
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setSelected(i == chosen);
      button.setDisable(!enabled.get(i));
      int index = i;
      button.setOnAction(_ -> {
        if (index == chosen) {
          button.setSelected(true);
        } else {
          take.accept(index);
        }
      });
      segments.getButtons().add(button);
    }
    return segments;
  }

  /// Returns buttons of which one is down, and all can be.
  static SegmentedButton segments(String id, List<String> words, int chosen, IntConsumer take) {
    return segments(id, words, words.stream().map(_ -> true).toList(), chosen, take);
  }

  /// Returns a path that can be taken out: a word on coloured ground with a cross.
  static HBox chip(String id, String path, Runnable remove) {
    Label label = new Label(PathPicker.words(path));
    label.setTooltip(new Tooltip(path));
    Button cross = remove(id, "Take out " + path, remove);
    HBox chip = new HBox(label, cross);
    chip.setAlignment(Pos.CENTER_LEFT);
    chip.getStyleClass().add("path-chip");
    return chip;
  }
}
