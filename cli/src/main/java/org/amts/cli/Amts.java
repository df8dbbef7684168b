package org.amts.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.amts.cli.progress.ProgressBars;
import org.amts.engine.EngineException;
import org.amts.sync.LockFileException;
import org.amts.translate.SettingsException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code amts}: finds the subcommand, runs it, and turns failures into messages. */
@Command(
    name = "amts",
    description = "Keeps every translation of a technical book in step with its source.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    usageHelpAutoWidth = true,
    sortOptions = false,
    subcommands = {
      DemoCommand.class,
      InitCommand.class,
      StatusCommand.class,
      CheckCommand.class,
      ReviewCommand.class,
      ApproveCommand.class,
      PrepareCommand.class,
      TrainCommand.class,
      TranslateCommand.class,
      SyncCommand.class,
      EvaluateCommand.class,
      ExplainCommand.class,
      ExtractCommand.class,
      RoundtripCommand.class,
      AlignCommand.class,
      ScoreCommand.class,
      ConvertCommand.class,
      ServeCommand.class,
      DoctorCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 failure, 2 usage, 3 some documents failed, 4 translations are stale.",
      "'amts COMMAND --help' shows a command's options and examples."
    })
public final class Amts implements Runnable {

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Print results and errors only: no progress, no summaries.")
  private boolean quiet;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Print the whole stack trace of an unexpected error.")
  private boolean verbose = System.getenv("AMTS_DEBUG") != null;

  @Spec private CommandSpec spec;

  private final Console console;

  Amts(Console console) {
    this.console = console;
  }

  /** Runs a command and ends the process with its {@link ExitCode}. */
  public static void main(String[] arguments) {
    System.exit(run(Console.system(), arguments));
  }

  /**
   * Runs a command.
   *
   * @param console what it reads and writes
   * @param arguments the command line, split
   * @return the code of an {@link ExitCode}
   */
  static int run(Console console, String... arguments) {
    Amts amts = new Amts(console);
    try {
      int code =
          new CommandLine(amts)
              .setOut(console.out())
              .setErr(console.err())
              .setCaseInsensitiveEnumValuesAllowed(true)
              .setParameterExceptionHandler(Amts::explainUsage)
              .setExecutionExceptionHandler(amts::explainFailure)
              .execute(arguments);
      console.out().flush();
      return code;
    } catch (ClosedPipe e) {
      return ExitCode.OK.code(); // it went away between the command's end and this flush
    }
  }

  /** What a command reads and writes. */
  Console console() {
    return console;
  }

  /** Whether only results and errors are wanted. */
  boolean isQuiet() {
    return quiet;
  }

  /** How to show the progress of long work here. */
  ProgressBars progressBars() {
    if (quiet) {
      return ProgressBars.NONE;
    }
    return console.isTerminal() ? ProgressBars.onTerminal() : ProgressBars.asLines(console.err());
  }

  /** Runs another command of the same program, with its messages on the same console. */
  int runStep(List<String> arguments) {
    return run(console, arguments.toArray(String[]::new));
  }

  /** Prints a line for people, unless they asked for quiet. */
  void note(String line) {
    if (!quiet) {
      console.err().println(line);
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  private static int explainUsage(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(command.getCommandSpec().qualifiedName() + ": " + e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE.code();
  }

  private int explainFailure(Exception e, CommandLine command, ParseResult parsed) {
    if (e instanceof ClosedPipe) {
      return ExitCode.OK.code(); // the reader has seen enough
    }
    console.out().flush(); // results up to here come before the message
    console.err().println(command.getCommandSpec().qualifiedName() + ": " + message(e));
    if (verbose) {
      e.printStackTrace(console.err());
    }
    console.err().flush();
    if (e instanceof SettingsException) {
      return ExitCode.USAGE.code();
    }
    return (e instanceof CommandFailure failure ? failure.exitCode() : ExitCode.FAILURE).code();
  }

  /** What a person is told of a failure. */
  static String message(Exception e) {
    if (e instanceof CommandFailure
        || e instanceof EngineException
        || e instanceof SettingsException
        || e instanceof LockFileException) {
      return String.valueOf(e.getMessage());
    }
    if (e instanceof UncheckedIOException wrapped && wrapped.getCause() != null) {
      return message(wrapped.getCause());
    }
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile() + ": no such file or folder";
    }
    if (e instanceof IOException) {
      return e.getMessage() == null ? e.toString() : e.getMessage();
    }
    return "unexpected error, please report it with the output of --verbose: " + e;
  }
}
