package dev.rampart.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The documents of the repository, and what they point at. */
final class Documents {
  static final Path ROOT = Contract.ROOT;
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```$|^ {4}\\S.*?$");
  private static final Pattern SPAN = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  private Documents() {}

  /** One Markdown file. */
  record Document(Path file, String text) {
    static Document of(String path) throws IOException {
      Path file = ROOT.resolve(path);
      return new Document(file, Files.readString(file));
    }

    /** Returns what stands in backticks within a line. */
    List<String> spans() {
      return SPAN.matcher(BLOCK.matcher(text).replaceAll(""))
          .results()
          .map(span -> span.group(1))
          .toList();
    }

    /** Returns blocks of code and spans. */
    List<String> code() {
      List<String> code = new ArrayList<>(spans());
      BLOCK.matcher(text).results().forEach(block -> code.add(block.group()));
      return code;
    }

    /** Returns the targets of links that stay inside of the repository. */
    List<String> links() {
      return LINK.matcher(text)
          .results()
          .map(link -> link.group(1))
          .filter(link -> !link.contains("://"))
          .toList();
    }

    /** Returns the anchors that its headings make. */
    Set<String> anchors() {
      return HEADING
          .matcher(BLOCK.matcher(text).replaceAll(""))
          .results()
          .map(heading -> anchor(heading.group(1)))
          .collect(Collectors.toSet());
    }

    /** Returns the part under a heading of the second level. */
    String section(String heading) {
      int from = text.indexOf("\n## " + heading + "\n");
      if (from < 0) {
        throw new AssertionError(this + " has no section " + heading);
      }
      int end = text.indexOf("\n## ", from + 1);
      return text.substring(from, end < 0 ? text.length() : end);
    }

    @Override
    public String toString() {
      return ROOT.relativize(file).toString();
    }

    private static String anchor(String heading) {
      return heading
          .toLowerCase(Locale.ROOT)
          .replaceAll("[^\\p{L}\\p{N} _-]", "")
          .replace(' ', '-');
    }
  }

  /** Returns all of them. */
  static List<Document> all() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : List.of(ROOT, ROOT.resolve("benchmarks"))) {
      try (Stream<Path> inside = Files.list(folder)) {
        inside.forEach(files::add);
      }
    }
    try (Stream<Path> inside = Files.walk(ROOT.resolve("docs"))) {
      inside.forEach(files::add);
    }
    List<Document> documents = new ArrayList<>();
    for (Path file : files.stream().filter(one -> one.toString().endsWith(".md")).toList()) {
      documents.add(new Document(file, Files.readString(file)));
    }
    return documents;
  }

  /** Returns the names of all types of the repository, those inside of others too. */
  static Set<String> types() throws IOException {
    Pattern declared = Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z][A-Za-z0-9]*)");
    Set<String> types = new TreeSet<>();
    for (String module : Modules.all()) {
      for (Path file : Modules.sources(module, "")) {
        declared
            .matcher(Files.readString(file))
            .results()
            .forEach(type -> types.add(type.group(1)));
      }
    }
    return types;
  }
}
