package dev.rampart.benchmark.detection.world;

import dev.rampart.benchmark.Arguments;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** The seeds of some worlds, the first and the last included. */
public record Seeds(long first, long last) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

  /**
   * Returns what was typed as {@code --seeds A-B}, or else a default of the same form.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static Seeds option(Arguments arguments, String otherwise) {
    String typed = arguments.option("--seeds");
    Matcher matcher = FORM.matcher(typed.isEmpty() ? otherwise : typed);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("seeds are two numbers, such as 1-20, not " + typed);
    }
    return new Seeds(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
  }

  /** Returns their worlds. */
  public List<World> worlds() {
    return LongStream.rangeClosed(first, last).mapToObj(World::of).toList();
  }
}
