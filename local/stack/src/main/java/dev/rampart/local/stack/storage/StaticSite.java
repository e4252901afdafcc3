package dev.rampart.local.stack.storage;

import java.nio.file.Path;

/**
 * A site that a run puts into a bucket of the template.
 *
 * @param bucket the logical id of the bucket
 * @param folder of the files, which need not be there
 * @param output the name of the output that says where the site is
 */
public record StaticSite(String bucket, Path folder, String output) {}
