package orrery.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;
import orrery.assets.Assets;

/// The look of all scenes: AtlantaFX's Primer, light or dark as the user or the system wants it,
/// and the style sheets of the program above it. Belongs to the window's thread.
public final class Theme {
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

  private final ObjectProperty<Appearance> appearance =
      new SimpleObjectProperty<>(Appearance.SYSTEM);
  private final BooleanBinding dark =
      Bindings.createBooleanBinding(
          this::wantsDark, appearance, Platform.getPreferences().colorSchemeProperty());
  private final List<String> features;
  private final List<WeakReference<Scene>> scenes = new ArrayList<>();

  /// Makes the look as the system has it.
  ///
  /// @param sheets the addresses of style sheets to apply above the program's own
  public Theme(List<String> sheets) {
    this.features = List.copyOf(sheets);
    Fonts.load();
    dark.subscribe(this::restyle);
  }

  /// What the user chose.
  public ObjectProperty<Appearance> appearanceProperty() {
    return appearance;
  }

  /// Says whether it is dark now.
  public BooleanBinding isDark() {
    return dark;
  }

  /// Gives a scene this look, now and whenever it changes.
  public void style(Scene scene) {
    scenes.add(new WeakReference<>(scene));
    scene.rootProperty().subscribe(root -> mark(root));
    apply(scene);
  }

  private boolean wantsDark() {
    return switch (appearance.get()) {
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
      case LIGHT -> false;
      case DARK -> true;
    };
  }

  private void restyle() {
    Application.setUserAgentStylesheet(
        dark.get()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    scenes.removeIf(scene -> scene.get() == null);
    for (WeakReference<Scene> kept : scenes) {
      Scene scene = kept.get();
      if (scene != null) {
        apply(scene);
      }
    }
  }

  private void apply(Scene scene) {
    boolean now = dark.get();
    scene.getStylesheets().setAll(sheets());
    // The title bar follows the scene's own scheme.
    scene.getPreferences().setColorScheme(now ? ColorScheme.DARK : ColorScheme.LIGHT);
    mark(scene.getRoot());
  }

  private void mark(Parent root) {
    root.pseudoClassStateChanged(DARK, dark.get());
  }

  private List<String> sheets() {
    List<String> sheets = new ArrayList<>();
    for (URL sheet : Assets.styleSheets(dark.get())) {
      sheets.add(sheet.toExternalForm());
    }
    sheets.addAll(features);
    return sheets;
  }
}
