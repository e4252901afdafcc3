package dev.rampart.local.stack.storage;

import java.nio.file.Path;

/**
 * A site that a run puts into a bucket of the template.
 *
 * @param bucket the logical id of the bucket
 * @param folder of the files, which need not be there
 * @param name of the parameter that says where the site is, and of the output that repeats it
 * @param path of its first page
 */
public record StaticSite(String bucket, Path folder, String name, String path) {
  /** Returns where the site is if its gateway listens on a port of this machine. */
  public String url(int port) {
    return "http://localhost:%d%s".formatted(port, path);
  }
}
