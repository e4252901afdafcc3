package dev.rampart.local.host.worker;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;

/**
 * Entry point of a function's process. Standard input is a tether: the host holds its other end, so
 * that the process ends with the host however the host dies, even in the middle of an invocation.
 */
public final class WorkerMain {
  private WorkerMain() {}

  /** Runs the main class named first with the arguments after it. */
  public static void main(String[] args) throws Throwable {
    InputStream tether = System.in;
    System.setIn(InputStream.nullInputStream());
    Thread.ofPlatform().daemon().name("tether").start(() -> endWith(tether));
    String[] rest = new String[args.length - 1];
    System.arraycopy(args, 1, rest, 0, rest.length);
    try {
      Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static void endWith(InputStream tether) {
    try {
      while (tether.read() >= 0) {
        // Nothing is ever sent; only the end counts.
      }
    } catch (IOException _) {
      // A broken tether is an ended one.
    }
    Runtime.getRuntime().halt(0);
  }
}
