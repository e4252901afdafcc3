package dev.rampart.replay.input;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The lines of several recordings in the order of their times. One line of each file that is open
 * is in memory, and a few more of one that seems to go ahead in time ({@link RecordedFile}).
 *
 * <p>Each file is taken to be in order; a line that is late in its file is passed on as late as it
 * comes. A file is opened when the others have come to the time of its first line, and closed after
 * its last, so that a folder of many consecutive files has few of them open at once. What would go
 * over {@link #OPEN_MAX} waits until another file ends, and its lines are late.
 */
public final class MergedLines implements AutoCloseable {
  /** Most files that are open at once. Each takes about 200 KB. */
  public static final int OPEN_MAX = 200;

  /** So many lines are read in search of the first time of a file. */
  private static final int LINES_TO_FIRST_TIME = 100;

  /** A file that is not open yet. */
  private record Unopened(String name, int order, Instant first) {}

  /** A file that is open, with its next line. */
  private record Open(RecordedFile file, int order, RecordedEntry head) {}

  private final Deque<Unopened> waiting;
  private final PriorityQueue<Open> open =
      new PriorityQueue<>(
          Comparator.comparing((Open file) -> file.head().at()).thenComparingInt(Open::order));

  /** The latest time of the lines so far. */
  private Instant reached = Instant.MIN;

  private int lateFiles;
  private final List<UnreadFile> unread = new ArrayList<>();

  /** The file that the last line came from; its next line is read when it is asked for. */
  private Optional<Open> current = Optional.empty();

  private MergedLines(List<Unopened> files) {
    this.waiting = new ArrayDeque<>(files);
  }

  /**
   * Prepares the lines of files. Reads the beginning of each if there are several. One that cannot
   * be read, or not to its end, is among the {@link #unread}, and holds up no other.
   *
   * @param names as {@link RecordedFiles#named} returns them
   */
  public static MergedLines of(List<String> names) {
    List<Unopened> files = new ArrayList<>();
    for (String name : names) {
      Instant first = names.size() == 1 ? Instant.MIN : firstTime(name);
      files.add(new Unopened(name, files.size(), first));
    }
    files.sort(Comparator.comparing(Unopened::first).thenComparingInt(Unopened::order));
    return new MergedLines(files);
  }

  private static Instant firstTime(String name) {
    if (!RecordedFiles.canBeReadTwice(name)) {
      return Instant.MIN;
    }
    try (RecordedFile file = RecordedFile.open(name)) {
      for (int i = 0; i < LINES_TO_FIRST_TIME; i++) {
        Optional<RecordedEntry> entry = file.next();
        if (entry.isEmpty() || entry.get().at().isAfter(Instant.MIN)) {
          return entry.map(RecordedEntry::at).orElse(Instant.MIN);
        }
      }
      return Instant.MIN;
    } catch (IOException _) {
      // It fails again where its lines are read, and is kept there.
      return Instant.MIN;
    }
  }

  /** Returns the next line; empty after the last one of all files. */
  public Optional<RecordedEntry> next() throws IOException {
    if (current.isPresent()) {
      advance(current.get().file(), current.get().order());
    }
    openDue();
    current = Optional.ofNullable(open.poll());
    Optional<RecordedEntry> line = current.map(Open::head);
    reached = line.map(RecordedEntry::at).filter(reached::isBefore).orElse(reached);
    return line;
  }

  /** Returns how many files had to wait for others, so that their lines came late. */
  public int lateFiles() {
    return lateFiles;
  }

  /** Returns the files so far that could not be read, or not to their end. */
  public List<UnreadFile> unread() {
    return List.copyOf(unread);
  }

  private void openDue() throws IOException {
    while (isNextDue()) {
      Unopened next = waiting.removeFirst();
      lateFiles += next.first().isBefore(reached) ? 1 : 0;
      advance(RecordedFile.open(next.name()), next.order());
    }
  }

  private boolean isNextDue() {
    if (waiting.isEmpty() || open.size() >= OPEN_MAX) {
      return false;
    }
    Open head = open.peek();
    return head == null || !waiting.getFirst().first().isAfter(head.head().at());
  }

  private void advance(RecordedFile file, int order) throws IOException {
    Optional<RecordedEntry> head = next(file);
    if (head.isPresent()) {
      open.add(new Open(file, order, head.get()));
    } else {
      file.close();
    }
  }

  private Optional<RecordedEntry> next(RecordedFile file) {
    try {
      return file.next();
    } catch (IOException e) {
      unread.add(new UnreadFile(file.name(), ReadFailure.reason(e)));
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    if (current.isPresent()) {
      current.get().file().close();
    }
    for (Open file : open) {
      file.file().close();
    }
  }
}
