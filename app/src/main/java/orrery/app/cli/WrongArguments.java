package orrery.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import orrery.orm.error.OrmError;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is said of arguments that are wrong: one line, and where JSON was asked for, an error
/// object, as of every other error.
public final class WrongArguments implements IParameterExceptionHandler {

  private final boolean terminal;

  /// Makes it.
  ///
  /// @param terminal whether standard output is a terminal, where people read
  public WrongArguments(boolean terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    OrmError error = error(e);
    command
        .getErr()
        .println(
            Failure.line(error)
                + (error.getMessage().endsWith("?") ? " " : ". ")
                + "See `"
                + command.getCommandSpec().qualifiedName()
                + " --help`.");
    if (isJson(command, List.of(args))) {
      json(error, command.getOut());
    }
    return Failure.WRONG;
  }

  private static OrmError error(ParameterException e) {
    String sentence = String.valueOf(e.getMessage());
    if (e instanceof UnmatchedArgumentException unmatched) {
      TypeError error = new TypeError(sentence);
      List<String> near = unmatched.getSuggestions();
      error.meaning(near.isEmpty() ? null : near.getFirst());
      return error;
    }
    return e instanceof MissingParameterException
        ? new TypeError(sentence)
        : new ValueError(sentence);
  }

  /// A query answers in JSON where nothing else is said and no people read.
  private boolean isJson(CommandLine command, List<String> args) {
    String said = "";
    for (int i = 0; i < args.size(); i++) {
      if (args.get(i).startsWith("--format=")) {
        said = args.get(i).substring("--format=".length());
      } else if (args.get(i).equals("--format") && i + 1 < args.size()) {
        said = args.get(i + 1);
      }
    }
    return said.isEmpty()
        ? command.getCommandName().equals("query") && !terminal
        : said.equalsIgnoreCase("json");
  }

  private static void json(OrmError error, PrintWriter out) {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.useDefaultPrettyPrinter();
      new JsonAnswer(json).write(error);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.println();
    out.flush();
  }
}
