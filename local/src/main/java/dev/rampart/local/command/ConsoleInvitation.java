package dev.rampart.local.command;

import dev.rampart.local.stack.instance.Instance;
import java.awt.Desktop;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;

/** Says how to get into the console, and opens it where there is a desktop. */
record ConsoleInvitation(Instance instance, InstanceOption option) {
  private static final String USER = "sam";

  void show(PrintWriter out) {
    String url =
        instance.console().orElseThrow(() -> new IllegalStateException("the console is off"));
    out.println();
    out.println("The console, with what happened in it:");
    out.println("  " + url);
    out.printf("  sign in as %s, password %s%n", USER, instance.user(USER).password());
    out.println("  one-time code: " + option.typed("code --user " + USER));
    out.println("Ctrl-C stops everything.");
    out.flush();
    open(URI.create(url));
  }

  /** Leaves it to the reader of the address where there is no desktop or no browser. */
  private static void open(URI url) {
    try {
      if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
        Desktop.getDesktop().browse(url);
      }
    } catch (IOException | LinkageError e) {
      System.getLogger(ConsoleInvitation.class.getName())
          .log(System.Logger.Level.DEBUG, "no browser", e);
    }
  }
}
