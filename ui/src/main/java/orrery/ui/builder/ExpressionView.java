package orrery.ui.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import orrery.ui.kit.Buttons;
import orrery.ui.kit.Icons;

/// An expression as a line of its parts, each with a menu of what it can become.
final class ExpressionView extends VBox {
  private final CardContext card;

  /// Makes it.
  ///
  /// @param form the form of the expression as it is now
  ExpressionView(CardContext card, Supplier<ExpressionForm> form) {
    this.card = card;
    getStyleClass().add("expression-lines");
    lay(this, draw("e", form));
  }

  /// Lays parts in lines: what is as large as a case or a query takes a line of its own, as a flow
  /// would make the card as wide as it likes to be.
  private static void lay(VBox into, List<Node> nodes) {
    FlowPane line = flow();
    @Nullable HBox large = null;
    for (Node node : nodes) {
      boolean isWindow = node.getStyleClass().contains("window");
      if (isWindow || node.getStyleClass().contains("inner")) {
        if (!line.getChildren().isEmpty()) {
          into.getChildren().add(line);
          line = flow();
        }
        HBox.setHgrow(node, Priority.ALWAYS);
        large = isWindow ? null : new HBox(node);
        into.getChildren().add(large == null ? node : large);
      } else if (large != null && node instanceof MenuButton) {
        large.getChildren().add(node);
        large = null;
      } else {
        line.getChildren().add(node);
        large = null;
      }
    }
    if (!line.getChildren().isEmpty()) {
      into.getChildren().add(line);
    }
  }

  private static FlowPane flow() {
    FlowPane flow = new FlowPane();
    flow.setPrefWrapLength(300);
    flow.getStyleClass().add("expression");
    return flow;
  }

  private List<Node> draw(String id, Supplier<ExpressionForm> form) {
    ExpressionForm now = form.get();
    List<Node> nodes = new ArrayList<>();
    switch (now.kind()) {
      case FIELD, OUTER -> {
        if (now.kind() == ExpressionForm.Kind.OUTER) {
          nodes.add(Pieces.word("outer"));
        }
        nodes.add(
            new PathButton(
                card.id(id + "-path"),
                now.path(),
                () -> form.get().picker(),
                p -> form.get().path(p)));
      }
      case LITERAL -> nodes.add(value(id, form));
      case ARITHMETIC -> {
        nodes.addAll(part(id, form, 0));
        ComboBox<String> sign =
            Pieces.choice(
                card.id(id + "-sign"),
                ExpressionForm.signs(),
                now.sign(),
                chosen -> form.get().sign(chosen));
        sign.getStyleClass().add("sign");
        nodes.add(sign);
        nodes.addAll(part(id, form, 1));
      }
      case CALL -> nodes.addAll(call(id, form));
      case WINDOW -> {
        nodes.addAll(call(id, form));
        nodes.add(menu(id, form));
        nodes.add(window(id, form));
        return nodes;
      }
      case CASE -> nodes.add(cases(id, form));
      case QUERY -> nodes.add(query(id, form));
      case TEXT -> {
        CommitField text =
            new CommitField(
                    card, card.id(id + "-text"), now.text(), "F(…)", t -> form.get().text(t))
                .code();
        text.setPrefColumnCount(Math.clamp(now.text().length() + 1L, 10, 42));
        nodes.add(text);
      }
    }
    nodes.add(menu(id, form));
    return nodes;
  }

  private List<Node> part(String id, Supplier<ExpressionForm> form, int index) {
    ExpressionForm part = form.get().part(index);
    boolean isArithmetic = part.kind() == ExpressionForm.Kind.ARITHMETIC;
    List<Node> nodes = new ArrayList<>();
    if (isArithmetic) {
      nodes.add(sign("("));
    }
    nodes.addAll(draw(id + "-" + index, () -> form.get().part(index)));
    if (isArithmetic) {
      nodes.add(sign(")"));
    }
    return nodes;
  }

  private static Label sign(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("code-text", "expression-sign");
    return label;
  }

  private CommitField value(String id, Supplier<ExpressionForm> form) {
    CommitField field =
        new CommitField(
            card,
            card.id(id + "-value"),
            form.get().value(),
            "value",
            text -> {
              form.get().value(text);
              return true;
            });
    field.setPrefColumnCount(Math.clamp(form.get().value().length() + 1L, 4, 16));
    return field;
  }

  private List<Node> call(String id, Supplier<ExpressionForm> form) {
    ExpressionForm now = form.get();
    List<Node> nodes = new ArrayList<>();
    Button name = new Button(now.function());
    name.setId(card.id(id + "-function"));
    name.getStyleClass().addAll("small", "path-button", "function-button");
    name.setMinWidth(USE_PREF_SIZE);
    name.setOnAction(_ -> FunctionPopOver.show(name, f -> form.get().function(f)));
    nodes.add(name);
    nodes.add(sign("("));
    for (int i = 0; i < now.size(); i++) {
      if (i > 0) {
        nodes.add(sign(","));
      }
      String parameter = now.parameter(i);
      if (!parameter.isEmpty() && !parameter.startsWith("expression")) {
        nodes.add(Pieces.word(parameter.replace('_', ' ')));
      }
      nodes.addAll(part(id, form, i));
    }
    if (now.takesMore()) {
      nodes.add(
          tool(id + "-more", "fth-plus", "One more argument", () -> form.get().addArgument()));
    }
    nodes.add(sign(")"));
    return nodes;
  }

  private Node tool(String id, String icon, String words, Runnable action) {
    Button tool = Buttons.icon(icon, words, action);
    tool.setId(card.id(id));
    tool.getStyleClass().add("line-tool");
    return tool;
  }

  private Node window(String id, Supplier<ExpressionForm> form) {
    FlowPane over = new FlowPane();
    over.getStyleClass().addAll("chips", "window");
    over.setPrefWrapLength(300);
    over.getChildren().add(Pieces.word("within each"));
    paths(over, id + "-within", form, form.get().partitions(), p -> form.get().partitions(p));
    over.getChildren().add(Pieces.word("ordered by"));
    paths(over, id + "-by", form, form.get().orders(), p -> form.get().orders(p));
    return over;
  }

  private void paths(
      FlowPane into,
      String id,
      Supplier<ExpressionForm> form,
      List<String> paths,
      Consumer<List<String>> set) {
    for (int i = 0; i < paths.size(); i++) {
      int index = i;
      String path = paths.get(i);
      String words = path.startsWith("-") ? path.substring(1) + " ↓" : path;
      HBox chip =
          Pieces.chip(card.id(id + "-remove-" + i), words, () -> set.accept(without(paths, index)));
      if (id.endsWith("-by")) {
        chip.getChildren()
            .add(
                1,
                tool(
                    id + "-turn-" + i,
                    "fth-repeat",
                    "The other way round",
                    () -> set.accept(turned(paths, index))));
      }
      into.getChildren().add(chip);
    }
    into.getChildren()
        .add(
            Pieces.add(
                card.id(id + "-add"),
                paths.isEmpty() ? "Path" : "And",
                () -> form.get().picker(),
                path -> set.accept(with(paths, path))));
  }

  private static List<String> without(List<String> all, int index) {
    List<String> left = new ArrayList<>(all);
    left.remove(index);
    return left;
  }

  private static List<String> with(List<String> all, String path) {
    List<String> more = new ArrayList<>(all);
    more.add(path);
    return more;
  }

  private static List<String> turned(List<String> all, int index) {
    List<String> next = new ArrayList<>(all);
    String path = all.get(index);
    next.set(index, path.startsWith("-") ? path.substring(1) : "-" + path);
    return next;
  }

  private Node cases(String id, Supplier<ExpressionForm> form) {
    VBox box = new VBox();
    box.getStyleClass().addAll("cases", "inner");
    int count = form.get().caseCount();
    for (int i = 0; i < count; i++) {
      int index = i;
      String at = id + "-case" + i;
      VBox when =
          new VBox(
              Pieces.line(
                  Pieces.word(i == 0 ? "when" : "else when"),
                  Pieces.space(),
                  tool(
                      at + "-remove",
                      "fth-x",
                      "Take the case out",
                      () -> form.get().removePart(index))),
              new ConditionsView(card.inside(at), () -> form.get().condition(index)),
              then("then", id, form, index));
      when.getStyleClass().add("case");
      box.getChildren().add(when);
    }
    if (form.get().hasOtherwise()) {
      box.getChildren().add(then("otherwise", id, form, count));
    }
    Button more = new Button("Case", Icons.of("fth-plus"));
    more.setId(card.id(id + "-add-case"));
    more.getStyleClass().addAll("flat", "small", "add-button");
    more.setOnAction(_ -> form.get().addCase());
    box.getChildren().add(more);
    if (!form.get().hasOtherwise()) {
      Button rest = new Button("Otherwise", Icons.of("fth-plus"));
      rest.setId(card.id(id + "-add-otherwise"));
      rest.getStyleClass().addAll("flat", "small", "add-button");
      rest.setOnAction(_ -> form.get().addOtherwise());
      box.getChildren().add(rest);
    }
    return box;
  }

  private Node then(String word, String id, Supplier<ExpressionForm> form, int index) {
    List<Node> nodes = new ArrayList<>(List.of(Pieces.word(word)));
    nodes.addAll(draw(id + "-" + index, () -> form.get().part(index)));
    VBox lines = new VBox();
    lines.getStyleClass().add("expression-lines");
    lay(lines, nodes);
    return lines;
  }

  private Node query(String id, Supplier<ExpressionForm> form) {
    VBox box =
        new VBox(
            Pieces.word(form.get().isExists() ? "whether there are" : "the first value of"),
            new InnerView(
                card.inside(id + "-query"), () -> form.get().inner(), InnerView.Use.VALUES));
    box.getStyleClass().add("inner");
    return box;
  }

  private MenuButton menu(String id, Supplier<ExpressionForm> form) {
    MenuButton menu = new MenuButton();
    menu.setId(card.id(id + "-menu"));
    menu.setGraphic(Icons.of("fth-more-vertical"));
    menu.getStyleClass().addAll("flat", "small", "part-menu", "no-arrow");
    menu.setAccessibleText("What this part becomes");
    add(
        menu,
        "Field…",
        "fth-columns",
        () -> PathPopOver.show(menu, form.get().picker(), false, p -> form.get().path(p)));
    add(menu, "Value", "fth-edit-3", () -> form.get().value("1"));
    if (form.get().hasOuter()) {
      add(menu, "Field of the query around", "fth-corner-left-up", () -> form.get().outer());
    }
    add(
        menu,
        "Put into a function…",
        "fth-zap",
        () -> FunctionPopOver.show(menu, f -> form.get().wrap(f)));
    add(menu, "Calculate with it", "fth-plus", () -> form.get().calculate());
    add(menu, "Case by case", "fth-git-branch", () -> form.get().cases());
    add(menu, "Value of another query", "fth-box", () -> form.get().query());
    ExpressionForm.Kind kind = form.get().kind();
    if (kind == ExpressionForm.Kind.CALL || kind == ExpressionForm.Kind.ARITHMETIC) {
      add(menu, "Only its first part", "fth-corner-left-up", () -> form.get().unwrap());
    }
    return menu;
  }

  private static void add(MenuButton menu, String words, String icon, Runnable action) {
    MenuItem item = new MenuItem(words, Icons.of(icon));
    item.setOnAction(_ -> action.run());
    menu.getItems().add(item);
  }
}
