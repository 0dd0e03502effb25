package orrery.ui.command;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/// One thing the user can do. Immutable; what can change are the values it observes.
public final class Command {
  private final Builder from;

  private Command(Builder from) {
    this.from = from;
  }

  /// Starts a command.
  ///
  /// @param id a stable name, `feature.verb`
  /// @param group the menu it stands in, such as `Query`
  /// @param words what the menu says, without dots and mnemonics
  public static Builder builder(String id, String group, String words) {
    return new Builder(id, group, words);
  }

  /// Returns the stable name.
  public String id() {
    return from.id;
  }

  /// Returns the menu it stands in.
  public String group() {
    return from.group;
  }

  /// Returns what the menu says.
  public String words() {
    return from.words;
  }

  /// Returns other words by which the palette finds it.
  public String synonyms() {
    return from.synonyms;
  }

  /// Returns the keys, in the form that JavaFX reads: `Shortcut+Enter`.
  public Optional<String> keys() {
    return Optional.ofNullable(from.keys);
  }

  /// Returns further keys for the same.
  public Optional<String> otherKeys() {
    return Optional.ofNullable(from.otherKeys);
  }

  /// Says whether the keys work only in the pane that has the command, which then handles them
  /// itself.
  public boolean isLocal() {
    return from.local;
  }

  /// Returns the name of the icon, such as `fth-play`.
  public Optional<String> icon() {
    return Optional.ofNullable(from.icon);
  }

  /// Says, at any time, whether it can be done now.
  public ObservableBooleanValue enabled() {
    return from.enabled;
  }

  /// Returns the switch that it turns, of a command that turns one.
  public Optional<BooleanProperty> selected() {
    return Optional.ofNullable(from.selected);
  }

  /// Says whether the group's menu starts a new section with it.
  public boolean startsSection() {
    return from.section;
  }

  /// Does it, if it can be done now.
  public void run() {
    if (from.enabled.get()) {
      from.action.run();
    }
  }

  @Override
  public String toString() {
    return from.id;
  }

  /// A command in the making.
  public static final class Builder {
    private final String id;
    private final String group;
    private final String words;
    private String synonyms = "";
    private @Nullable String keys;
    private @Nullable String otherKeys;
    private @Nullable String icon;
    private @Nullable BooleanProperty selected;
    private boolean local;
    private boolean section;
    private ObservableBooleanValue enabled = Bindings.createBooleanBinding(() -> true);
    private Runnable action = () -> {};

    private Builder(String id, String group, String words) {
      this.id = id;
      this.group = group;
      this.words = words;
    }

    /// Sets other words by which the palette finds it.
    public Builder synonyms(String synonyms) {
      this.synonyms = synonyms;
      return this;
    }

    /// Sets the keys, such as `Shortcut+Enter`.
    public Builder keys(String keys) {
      this.keys = keys;
      return this;
    }

    /// Sets further keys for the same.
    public Builder otherKeys(String keys) {
      this.otherKeys = keys;
      return this;
    }

    /// Makes the keys work only in the pane that has the command; that pane handles them.
    public Builder local() {
      this.local = true;
      return this;
    }

    /// Sets the icon by its name.
    public Builder icon(String icon) {
      this.icon = icon;
      return this;
    }

    /// Sets when it can be done.
    public Builder enabled(ObservableBooleanValue enabled) {
      this.enabled = enabled;
      return this;
    }

    /// Starts a new section of the menu with it.
    public Builder section() {
      this.section = true;
      return this;
    }

    /// Makes it turn `selected` on and off.
    public Command toggles(BooleanProperty selected) {
      this.selected = selected;
      return does(() -> selected.set(!selected.get()));
    }

    /// Returns the command that does `action`.
    public Command does(Runnable action) {
      this.action = action;
      return new Command(this);
    }
  }
}
