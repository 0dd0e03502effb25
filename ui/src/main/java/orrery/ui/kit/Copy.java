package orrery.ui.kit;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// The system's clipboard.
public final class Copy {
  private Copy() {}

  /// Returns the text on the clipboard; empty where there is none.
  public static String pasted() {
    String text = Clipboard.getSystemClipboard().getString();
    return text == null ? "" : text;
  }

  /// Puts a text on the clipboard.
  public static void text(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
