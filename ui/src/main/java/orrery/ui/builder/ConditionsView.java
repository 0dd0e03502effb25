package orrery.ui.builder;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import orrery.ui.kit.Buttons;
import orrery.ui.kit.Icons;

/// The tree of conditions: groups with a coloured rail, rules of a path, words and a value.
final class ConditionsView extends VBox {
  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

  private final CardContext card;
  private final Supplier<ConditionsForm> form;

  ConditionsView(CardContext card, Supplier<ConditionsForm> form) {
    this.card = card;
    this.form = form;
    getStyleClass().add("conditions");
    List<ConditionsForm.Node> nodes = form.get().nodes();
    nodes.forEach(node -> getChildren().add(draw(node)));
    getChildren().add(adders(List.of()));
  }

  private static String id(String what, List<Integer> place) {
    return what + place.stream().map(i -> "-" + i).collect(Collectors.joining());
  }

  private HBox adders(List<Integer> group) {
    HBox line =
        Pieces.line(
            Pieces.add(
                id("add-rule", group),
                "Condition",
                () -> form.get().picker(),
                path -> form.get().add(group, path)),
            Pieces.add(
                id("add-group", group),
                "Any of",
                () -> form.get().picker(),
                path -> form.get().addGroup(group, path)));
    line.getStyleClass().add("adders");
    return line;
  }

  private Node draw(ConditionsForm.Node node) {
    return switch (node) {
      case ConditionsForm.Group group -> group(group);
      case ConditionsForm.RuleNode rule -> rule(rule);
      case ConditionsForm.TextNode text -> text(text);
    };
  }

  private Node group(ConditionsForm.Group group) {
    List<Integer> place = group.place();
    ComboBox<String> kind =
        Pieces.choice(
            id("kind", place),
            ConditionsForm.kinds(),
            group.kind(),
            now -> form.get().join(place, now));
    kind.getStyleClass().add("group-kind");
    HBox head =
        Pieces.line(
            handle(place),
            kind,
            Pieces.space(),
            tool(
                "ungroup",
                place,
                "fth-corner-left-up",
                "Take the group apart",
                () -> form.get().ungroup(place)),
            Pieces.remove(
                id("remove", place), "Take the group out", () -> form.get().remove(place)));
    VBox inside = new VBox();
    inside.getStyleClass().addAll("group-inside", "rail-" + (place.size() - 1) % 4);
    group.nodes().forEach(node -> inside.getChildren().add(draw(node)));
    inside.getChildren().add(adders(place));
    VBox box = new VBox(head, inside);
    box.getStyleClass().add("condition-group");
    box.setUserData(place);
    return box;
  }

  private Node rule(ConditionsForm.RuleNode rule) {
    List<Integer> place = rule.place();
    PathButton path =
        new PathButton(
            id("path", place),
            rule.path(),
            () -> form.get().picker(),
            now -> form.get().path(place, now));
    HBox top = Pieces.line(handle(place), path, Pieces.space(), tools(place, rule));
    HBox below = Pieces.line(operator(rule), value(rule));
    below.getStyleClass().add("rule-value");
    VBox box = new VBox(top, below);
    box.getStyleClass().add("rule");
    return frame(box, place);
  }

  private HBox tools(List<Integer> place, ConditionsForm.RuleNode rule) {
    HBox tools = new HBox();
    tools.getStyleClass().add("rule-tools");
    boolean isMany =
        rule.operators().get(rule.operator()).words().equals("has any")
            || rule.operators().get(rule.operator()).words().equals("has none");
    if (isMany) {
      tools
          .getChildren()
          .add(
              tool(
                  "at-least",
                  place,
                  "fth-hash",
                  "At least two of them",
                  () -> form.get().atLeast(place, 2)));
    }
    tools
        .getChildren()
        .addAll(
            tool("group", place, "fth-folder", "Group (Ctrl+G)", () -> form.get().group(place)),
            tool(
                "not",
                place,
                "fth-slash",
                "Turn into its opposite",
                () -> form.get().negate(place)),
            Pieces.remove(id("remove", place), "Take out", () -> form.get().remove(place)));
    return tools;
  }

  private static Node tool(
      String what, List<Integer> place, String icon, String words, Runnable action) {
    Node tool = Buttons.icon(icon, words, action);
    tool.setId(id(what, place));
    tool.getStyleClass().add("line-tool");
    return tool;
  }

  private ComboBox<ConditionsForm.OperatorWords> operator(ConditionsForm.RuleNode rule) {
    ComboBox<ConditionsForm.OperatorWords> box = new ComboBox<>();
    box.setId(id("operator", rule.place()));
    box.getStyleClass().addAll("small", "operator");
    box.getItems().setAll(rule.operators());
    box.setVisibleRowCount(14);
    box.setCellFactory(_ -> new OperatorCell(true));
    box.setButtonCell(new OperatorCell(false));
    box.getSelectionModel().select(rule.operator());
    box.getSelectionModel()
        .selectedIndexProperty()
        .addListener((_, _, now) -> {
          if (now.intValue() >= 0) {
            form.get().operator(rule.place(), now.intValue());
          }
        });
    return box;
  }

  /// An operator in plain words, with Django's lookup small and grey beside.
  private static final class OperatorCell extends ListCell<ConditionsForm.OperatorWords> {
    private final boolean isWide;

    OperatorCell(boolean isWide) {
      this.isWide = isWide;
    }

    @Override
    protected void updateItem(ConditionsForm.OperatorWords item, boolean empty) {
      super.updateItem(item, empty);
      setText(null);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      Label lookup = new Label(item.lookup());
      lookup.getStyleClass().add("lookup");
      HBox line = new HBox(6, new Label(item.words()));
      if (isWide) {
        line.getChildren().add(Pieces.space());
      }
      line.getChildren().add(lookup);
      line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
      setGraphic(line);
    }
  }

  private Node value(ConditionsForm.RuleNode rule) {
    String id = id("value", rule.place());
    Node node =
        switch (rule.input()) {
          case NONE -> Pieces.space();
          case TEXT ->
              new CommitField(
                  card,
                  id,
                  rule.value(),
                  rule.prompt(),
                  now -> form.get().value(rule.place(), now));
          case CHOICE -> {
            ComboBox<String> box =
                Pieces.choice(
                    id,
                    rule.choices(),
                    rule.choices().indexOf(rule.value()),
                    now -> form.get().value(rule.place(), rule.choices().get(now)));
            box.setMaxWidth(Double.MAX_VALUE);
            yield box;
          }
          case DATE -> date(id, rule);
        };
    HBox.setHgrow(node, Priority.ALWAYS);
    return node;
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

  private Node text(ConditionsForm.TextNode text) {
    List<Integer> place = text.place();
    CommitField field =
        new CommitField(
                card,
                id("text", place),
                text.text(),
                "a condition, as Django writes it",
                now -> form.get().text(place, now))
            .code();
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox line =
        Pieces.line(
            handle(place),
            field,
            Pieces.remove(id("remove", place), "Take out", () -> form.get().remove(place)));
    line.getStyleClass().add("rule");
    return frame(line, place);
  }

  private Node frame(javafx.scene.layout.Pane box, List<Integer> place) {
    box.setUserData(place);
    MenuItem group = new MenuItem("Group");
    group.setOnAction(_ -> form.get().group(place));
    MenuItem not = new MenuItem("Turn into its opposite");
    not.setOnAction(_ -> form.get().negate(place));
    MenuItem remove = new MenuItem("Take out");
    remove.setOnAction(_ -> form.get().remove(place));
    ContextMenu menu = new ContextMenu(group, not, remove);
    box.setOnContextMenuRequested(e -> menu.show(box, e.getScreenX(), e.getScreenY()));
    box.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.isShortcutDown() && key.getCode() == KeyCode.G) {
            if (key.isShiftDown() && place.size() > 1) {
              form.get().ungroup(place.subList(0, place.size() - 1));
            } else if (!key.isShiftDown()) {
              form.get().group(place);
            }
            key.consume();
          }
        });
    return box;
  }

  /// What a condition is drawn by.
  private Node handle(List<Integer> place) {
    Node handle = Icons.of("fth-menu", "drag-handle");
    handle.setId(id("handle", place));
    handle.setPickOnBounds(true);
    handle.setOnMousePressed(mouse -> mouse.consume());
    handle.setOnMouseDragged(mouse -> {
      mark(target(mouse.getSceneX(), mouse.getSceneY()));
      mouse.consume();
    });
    handle.setOnMouseReleased(mouse -> {
      @Nullable Node on = target(mouse.getSceneX(), mouse.getSceneY());
      mark(null);
      if (on != null && !on.getUserData().equals(place)) {
        drop(place, on, mouse.getSceneY());
      }
      mouse.consume();
    });
    return handle;
  }

  @SuppressWarnings("unchecked")
  private void drop(List<Integer> from, Node on, double sceneY) {
    List<Integer> at = (List<Integer>) on.getUserData();
    if (on.getStyleClass().contains("condition-group")) {
      form.get().move(from, at, 0);
      return;
    }
    double y = on.sceneToLocal(0, sceneY).getY();
    boolean isBelow = y > on.getBoundsInLocal().getHeight() / 2;
    form.get().move(from, at.subList(0, at.size() - 1), at.getLast() + (isBelow ? 1 : 0));
  }

  private @Nullable Node target(double sceneX, double sceneY) {
    @Nullable Node best = null;
    for (Node node : lookupAll(".rule, .condition-group")) {
      Point2D local = node.sceneToLocal(sceneX, sceneY);
      boolean isIn = node.getUserData() != null && node.contains(local);
      if (isIn && (best == null || isInside(node, best))) {
        best = node;
      }
    }
    return best;
  }

  private static boolean isInside(Node node, Node outer) {
    for (Node at = node.getParent(); at != null; at = at.getParent()) {
      if (at.equals(outer)) {
        return true;
      }
    }
    return false;
  }

  private void mark(@Nullable Node target) {
    lookupAll(".rule, .condition-group")
        .forEach(node -> node.pseudoClassStateChanged(TARGET, node.equals(target)));
  }
}
