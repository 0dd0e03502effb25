package orrery.ui.builder;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import orrery.ui.kit.Buttons;
import orrery.ui.kit.Icons;

/// What a condition compares with, each in its own way: a field for texts and numbers, a calendar,
/// a list to choose from, chips, an expression, a query.
final class ValueViews {
  /// The style of fields whose letters are not yet of the query.
  static final String ADDING = "adding-field";

  private final CardContext card;
  private final Supplier<ConditionsForm> form;

  ValueViews(CardContext card, Supplier<ConditionsForm> form) {
    this.card = card;
    this.form = form;
  }

  private static String local(String what, List<Integer> place) {
    return what + place.stream().map(i -> "-" + i).collect(Collectors.joining());
  }

  /// Returns what edits the value of a rule.
  Node of(ConditionsForm.RuleNode rule) {
    List<Integer> place = rule.place();
    String id = card.id(local("value", place));
    Node node =
        switch (rule.input()) {
          case NONE -> Pieces.space();
          case TEXT -> text(id, rule);
          case CHOICE -> {
            ComboBox<String> box =
                Pieces.choice(
                    id,
                    rule.choices(),
                    rule.choices().indexOf(rule.value()),
                    now -> form.get().value(place, rule.choices().get(now)));
            box.setMaxWidth(Double.MAX_VALUE);
            yield box;
          }
          case DATE -> date(id, rule);
          case CHIPS -> chips(id, place, rule.prompt());
          case RANGE -> range(id, place);
          case EXPRESSION ->
              new ExpressionView(
                  card.inside(local("value", place)), () -> form.get().expression(place));
          case QUERY ->
              new InnerView(
                  card.inside(local("value", place)),
                  () -> form.get().query(place),
                  InnerView.Use.VALUES);
        };
    HBox.setHgrow(node, Priority.ALWAYS);
    return node;
  }

  private Node text(String id, ConditionsForm.RuleNode rule) {
    List<Integer> place = rule.place();
    CommitField field =
        new CommitField(card, id, rule.value(), rule.prompt(), now -> form.get().value(place, now));
    if (!form.get().values(place).canFind()) {
      return field;
    }
    HBox.setHgrow(field, Priority.ALWAYS);
    Button find =
        Buttons.icon(
            "fth-search",
            "Choose from the values there are (Alt+Down)",
            () ->
                ValuePopOver.show(
                    field,
                    form.get().values(place),
                    value -> {
                      form.get().value(place, value);
                      field.setText(value);
                    }));
    find.setId(card.id(local("find", place)));
    find.getStyleClass().add("line-tool");
    find.setFocusTraversable(false);
    field.addEventFilter(KeyEvent.KEY_PRESSED, key -> opened(key, find));
    HBox line = new HBox(field, find);
    line.getStyleClass().add("value-line");
    return line;
  }

  private static void opened(KeyEvent key, Button find) {
    if (key.isAltDown() && key.getCode() == KeyCode.DOWN) {
      find.fire();
      key.consume();
    }
  }

  private Node chips(String id, List<Integer> place, String prompt) {
    FlowPane chips = new FlowPane();
    chips.getStyleClass().add("chips");
    List<String> items = form.get().items(place);
    for (int i = 0; i < items.size(); i++) {
      int index = i;
      if (items.get(i).isEmpty() && items.size() == 1) {
        continue;
      }
      chips
          .getChildren()
          .add(
              Pieces.chip(
                  card.id(local("chip-" + i, place)), items.get(i), () -> without(place, index)));
    }
    TextField add = new TextField();
    add.setId(id);
    add.setPromptText(chips.getChildren().isEmpty() ? prompt : "and");
    add.getStyleClass().addAll("commit-field", ADDING);
    add.setPrefColumnCount(8);
    add.setOnAction(_ -> take(place, add));
    add.addEventFilter(
        KeyEvent.KEY_TYPED,
        key -> {
          if (key.getCharacter().equals(",")) {
            take(place, add);
            key.consume();
          }
        });
    add.focusedProperty()
        .addListener((_, _, now) -> {
          // What is drawn anew meanwhile takes the letters over.
          if (!now && add.getScene() != null && !add.getText().isBlank()) {
            take(place, add);
          }
        });
    add.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.BACK_SPACE && add.getText().isEmpty() && items.size() > 1) {
            without(place, items.size() - 1);
            key.consume();
          }
        });
    HBox line = new HBox(add);
    if (form.get().values(place).canFind()) {
      Button find =
          Buttons.icon(
              "fth-search",
              "Choose from the values there are (Alt+Down)",
              () ->
                  ValuePopOver.show(
                      add, form.get().values(place), value -> with(place, List.of(value))));
      find.setId(card.id(local("find", place)));
      find.getStyleClass().add("line-tool");
      find.setFocusTraversable(false);
      add.addEventFilter(KeyEvent.KEY_PRESSED, key -> opened(key, find));
      line.getChildren().add(find);
    }
    chips.getChildren().add(line);
    return chips;
  }

  private void take(List<Integer> place, TextField from) {
    String typed = from.getText();
    List<String> more = new ArrayList<>();
    for (String part : typed.split(",", -1)) {
      if (!part.isBlank()) {
        more.add(part.strip());
      }
    }
    if (more.isEmpty()) {
      return;
    }
    from.clear();
    if (!with(place, more)) {
      from.setText(typed);
    }
  }

  private boolean with(List<Integer> place, List<String> more) {
    List<String> all = new ArrayList<>(form.get().items(place));
    if (all.equals(List.of(""))) {
      all.clear();
    }
    more.stream().filter(m -> !all.contains(m)).forEach(all::add);
    return form.get().items(place, all);
  }

  private void without(List<Integer> place, int index) {
    List<String> left = new ArrayList<>(form.get().items(place));
    left.remove(index);
    form.get().items(place, left);
  }

  private Node range(String id, List<Integer> place) {
    List<String> items = form.get().items(place);
    CommitField first =
        new CommitField(card, id, items.getFirst(), "first", now -> range(place, 0, now));
    CommitField last =
        new CommitField(
            card,
            card.id(local("last", place)),
            items.getLast(),
            "last",
            now -> range(place, 1, now));
    HBox.setHgrow(first, Priority.ALWAYS);
    HBox.setHgrow(last, Priority.ALWAYS);
    return Pieces.line(first, Pieces.word("and"), last);
  }

  private boolean range(List<Integer> place, int index, String text) {
    List<String> both = new ArrayList<>(form.get().items(place));
    both.set(index, text);
    return form.get().items(place, both);
  }

  private Node date(String id, ConditionsForm.RuleNode rule) {
    DatePicker picker = new DatePicker();
    picker.setId(id);
    picker.getStyleClass().add("small");
    picker.setConverter(new Iso());
    picker.setValue(new Iso().fromString(rule.value()));
    picker.setMaxWidth(Double.MAX_VALUE);
    picker
        .valueProperty()
        .addListener((_, _, now) -> {
          if (now != null) {
            card.quietly(id, () -> form.get().value(rule.place(), now.toString()));
          }
        });
    return picker;
  }

  /// Returns what says what the value of a rule is: a value, a field, a query.
  Optional<Node> sources(ConditionsForm.RuleNode rule) {
    if (rule.sources().isEmpty()) {
      return Optional.empty();
    }
    MenuButton menu = new MenuButton();
    menu.setId(card.id(local("source", rule.place())));
    menu.setGraphic(Icons.of("fth-more-vertical"));
    menu.setAccessibleText("Compare with something else");
    menu.getStyleClass().addAll("flat", "small", "part-menu", "no-arrow");
    for (ConditionsForm.Source source : rule.sources()) {
      MenuItem item = new MenuItem(source.words(), Icons.of(source.icon()));
      item.setOnAction(_ -> form.get().source(rule.place(), source));
      menu.getItems().add(item);
    }
    return Optional.of(menu);
  }

  private static final class Iso extends StringConverter<LocalDate> {
    @Override
    public String toString(@Nullable LocalDate date) {
      return date == null ? "" : date.toString();
    }

    @Override
    public @Nullable LocalDate fromString(@Nullable String text) {
      try {
        return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
      } catch (DateTimeParseException wrong) {
        // What is no date leaves the field empty.
        return null;
      }
    }
  }
}
