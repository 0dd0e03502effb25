package orrery.ui.shell;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import orrery.ui.command.Command;
import orrery.ui.command.Commands;
import orrery.ui.kit.Icons;
import orrery.ui.kit.Keys;

/// The menu bar, made from the commands: a menu for each group.
final class Menus {
  private Menus() {}

  static MenuBar bar(Commands commands) {
    MenuBar bar = new MenuBar();
    for (String group : commands.groups()) {
      Menu menu = new Menu("_" + group);
      for (Command command : commands.group(group)) {
        if (command.startsSection() && !menu.getItems().isEmpty()) {
          menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems().add(item(command));
      }
      bar.getMenus().add(menu);
    }
    bar.setUseSystemMenuBar(true);
    return bar;
  }

  static MenuItem item(Command command) {
    Optional<MenuItem> check =
        command
            .selected()
            .map(selected -> {
              CheckMenuItem item = new CheckMenuItem(command.words());
              item.selectedProperty().bindBidirectional(selected);
              return item;
            });
    MenuItem item =
        check.orElseGet(() -> {
          MenuItem plain = new MenuItem(command.words());
          plain.setOnAction(_ -> command.run());
          command.icon().ifPresent(icon -> plain.setGraphic(Icons.of(icon)));
          return plain;
        });
    item.setId("menu-" + command.id());
    item.setMnemonicParsing(false);
    item.disableProperty().bind(Bindings.not(command.enabled()));
    if (!command.isLocal()) {
      command.keys().map(Keys::of).ifPresent(item::setAccelerator);
    }
    return item;
  }
}
