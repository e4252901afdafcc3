package dev.rampart.local.deploy;

import dev.rampart.local.account.AwsTarget;
import dev.rampart.local.account.DeployedStack;
import dev.rampart.local.stack.storage.SiteConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Brings the files of the console into the bucket of a stack that has one.
 *
 * @param path folders in which the AWS command line is looked for
 * @param site the folder of the built files
 */
record ConsoleUpload(AwsTarget target, String path, Path site) {
  private static final String BUCKET = "ConsoleBucketName";

  /**
   * Uploads, if the stack has the bucket. The stack is deployed already, so what is missing on this
   * machine is told, and is no fault.
   *
   * @throws IOException if AWS says no
   */
  void run(DeployedStack stack, PrintWriter out) throws IOException, InterruptedException {
    Map<String, String> outputs = stack.outputs();
    if (!outputs.containsKey(BUCKET)) {
      return;
    }
    Optional<AwsCommandLine> aws = AwsCommandLine.find(path, target);
    if (aws.isEmpty() || !Files.isRegularFile(site.resolve("index.html"))) {
      out.println(
          aws.isEmpty()
              ? "The console was not uploaded: aws, the AWS command line, is not installed."
              : "The console was not uploaded: it is not built, there is nothing in " + site + ".");
      return;
    }
    String bucket = "s3://" + outputs.get(BUCKET);
    // Deletes what the page no longer has, but for the file that is not of the build.
    var _ =
        aws.get()
            .run("s3", "sync", site.toString(), bucket, "--delete", "--exclude", SiteConfig.KEY);
    uploadConfig(aws.get(), outputs, stack.parameters().getOrDefault("Stage", ""), bucket);
    out.println("The console is uploaded to " + bucket + ".");
  }

  private static void uploadConfig(
      AwsCommandLine aws, Map<String, String> outputs, String stage, String bucket)
      throws IOException, InterruptedException {
    String key =
        aws.run(
            "apigateway",
            "get-api-key",
            "--include-value",
            "--api-key",
            outputs.getOrDefault("WebKeyId", ""),
            "--query",
            "value",
            "--output",
            "text");
    Path config = Files.createTempFile("console", ".json");
    try {
      Files.writeString(
          config,
          SiteConfig.text(
              outputs.getOrDefault("SignInUrl", ""),
              outputs.getOrDefault("WebClientId", ""),
              key,
              stage,
              "aws"));
      var _ =
          aws.run(
              "s3",
              "cp",
              config.toString(),
              bucket + "/" + SiteConfig.KEY,
              "--content-type",
              "application/json");
    } finally {
      Files.delete(config);
    }
  }
}
