import org.jspecify.annotations.NullMarked;

/// The window: views and view-models, one package a feature.
// RichTextFX and the libraries below it are automatic modules.
@SuppressWarnings("requires-automatic")
@NullMarked
module orrery.ui {
  requires transitive orrery.orm;
  requires orrery.assets;
  requires transitive javafx.controls;
  requires atlantafx.base;
  requires org.controlsfx.controls;
  requires org.dhatim.fastexcel;
  requires org.fxmisc.flowless;
  requires org.fxmisc.richtext;
  requires org.kordamp.ikonli.feather;
  requires org.kordamp.ikonli.javafx;
  requires static transitive org.jspecify;

  exports orrery.ui;
  exports orrery.ui.command;
  exports orrery.ui.kit;
  exports orrery.ui.task;
  exports orrery.ui.theme;
}
