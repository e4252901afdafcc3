package dev.rampart.local.inspect;

import dev.rampart.domain.inspection.FieldKind;
import dev.rampart.domain.inspection.Inspector;
import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * Runs the inspector over lines of {@code {"id","payload"[,"field","label"]}}. One line of output
 * for each, in order: {@code id<TAB>0|1<TAB>class<TAB>score}. Exit code 1 if a line or a file
 * cannot be read.
 */
@Command(
    name = "inspect",
    description = {
      "Say of each value whether the API would refuse it as an injection.",
      "A line of input is {\"id\",\"payload\"} and may hold \"field\" (a KIND) and \"label\""
          + " (attack or benign). A line of output is id, 0 or 1, class, score, with tabs between."
    },
    mixinStandardHelpOptions = true)
public final class InspectCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "Lines of JSON; - for standard input.")
  private String file;

  @Option(
      names = "--field",
      paramLabel = "KIND",
      converter = KindConverter.class,
      description = "What a value is where its line does not say: prose by default.")
  private FieldKind kind = FieldKind.PROSE;

  @Option(names = "--out", paramLabel = "TSV", description = "Write to a file.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print the whole verdict, one JSON object a line.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    InspectRun run = new InspectRun(Inspector.standard(), kind, json);
    try {
      refuseOneFileForBoth();
      try (InputStream in = input();
          Writer writer = output()) {
        run.inspect(in, writer, err);
      }
    } catch (NoSuchFileException e) {
      err.println("inspect: there is no " + e.getMessage());
      return 1;
    } catch (IOException e) {
      err.println("inspect: cannot read or write: " + e.getMessage());
      return 1;
    }
    run.summarise(err);
    return run.malformedLines() == 0 ? 0 : 1;
  }

  /** Opening the output empties it, and with it the input if they are one. */
  private void refuseOneFileForBoth() throws IOException {
    if (out != null && Files.isRegularFile(out)) {
      Path in = Path.of(file);
      if (Files.exists(in) && Files.isSameFile(in, out)) {
        throw new ParameterException(spec.commandLine(), "FILE and --out are the same file");
      }
    }
  }

  private InputStream input() throws IOException {
    return new BufferedInputStream(
        file.equals("-") ? System.in : Files.newInputStream(Path.of(file)));
  }

  private Writer output() throws IOException {
    return out == null
        ? new BufferedWriter(new Printed(spec.commandLine().getOut()))
        : Files.newBufferedWriter(out);
  }

  /** Standard output as a writer that says when nobody reads it any more. */
  private static final class Printed extends Writer {

    private final PrintWriter printer;

    Printed(PrintWriter printer) {
      this.printer = printer;
    }

    @Override
    public void write(char[] chars, int offset, int length) throws IOException {
      printer.write(chars, offset, length);
      flush();
    }

    @Override
    public void flush() throws IOException {
      if (printer.checkError()) {
        throw new IOException("standard output is closed");
      }
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  /** Reads a kind by its keyword. */
  static final class KindConverter implements ITypeConverter<FieldKind> {
    @Override
    public FieldKind convert(String keyword) {
      return FieldKind.of(keyword)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is none of %s"
                          .formatted(
                              keyword,
                              Arrays.stream(FieldKind.values())
                                  .map(FieldKind::wireName)
                                  .collect(Collectors.joining(", ")))));
    }
  }
}
