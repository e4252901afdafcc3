package dev.rampart.local.host.worker;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Lets the {@code java.time} of a function's process go by the clock of the run. It is a Java
 * agent: the classes of the function are those that are deployed, and on AWS there is nothing of
 * it.
 *
 * <p>What asks {@link System} stays in real time: the runtime counts its deadlines so.
 */
public final class ClockAgent {
  /** Where the agent's jar has the classes to put in place of the JDK's, by their names. */
  public static final String FOLDER = "moved/";

  /** All classes of {@code java.time} that ask the system for the time, and where they do. */
  public static final Map<String, String> READERS =
      Map.of(
          "java.time.Clock", "currentInstant",
          "java.time.Clock$SystemClock", "millis",
          "java.time.Clock$SystemInstantSource", "millis");

  private ClockAgent() {}

  /**
   * Begins before the function does.
   *
   * @param file the one of {@link ClockOffset}
   */
  public static void premain(String file, Instrumentation process)
      throws IOException, ReflectiveOperationException, UnmodifiableClassException {
    ClockOffset.follow(Path.of(file));
    // The jar is on the class path of the boot loader, whose unnamed module java.base does not
    // read.
    process.redefineModule(
        Object.class.getModule(),
        Set.of(ClockOffset.class.getModule()),
        Map.of(),
        Map.of(),
        Set.of(),
        Map.of());
    for (String name : READERS.keySet()) {
      try (InputStream moved = ClassLoader.getSystemResourceAsStream(FOLDER + name)) {
        if (moved == null) {
          throw new IOException("The agent's jar lacks " + name + ".");
        }
        process.redefineClasses(new ClassDefinition(Class.forName(name), moved.readAllBytes()));
      }
    }
  }
}
