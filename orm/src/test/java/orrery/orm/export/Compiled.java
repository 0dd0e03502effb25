package orrery.orm.export;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// A class that was compiled from source in a test, against the library as it is.
public final class Compiled {

  private Compiled() {}

  /// Compiles a file and returns its class `name`.
  ///
  /// @param folder where the class goes
  /// @throws AssertionError with the compiler's words, where it does not compile
  public static Class<?> of(Path folder, String name, String source)
      throws ReflectiveOperationException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    JavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    List<String> options =
        List.of(
            "-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
    if (!compiler.getTask(said, null, null, options, null, List.of(file)).call()) {
      throw new AssertionError(said + "\n" + source);
    }
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, Compiled.class.getClassLoader())) {
      return Class.forName(name, true, loader);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
