package dev.rampart.local.tables;

/** The Region and account that names of resources carry. */
final class Home {
  static final String REGION = "eu-west-1";
  private static final String ACCOUNT = "000000000000";

  private Home() {}

  static String tableArn(String table) {
    return "arn:aws:dynamodb:%s:%s:table/%s".formatted(REGION, ACCOUNT, table);
  }

  /** Returns the table's name, where it was named by its ARN too. */
  static String tableName(String nameOrArn) {
    return nameOrArn.startsWith("arn:")
        ? nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1)
        : nameOrArn;
  }
}
