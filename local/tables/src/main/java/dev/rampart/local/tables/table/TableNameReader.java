package dev.rampart.local.tables.table;

import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.tables.value.Refusals;

/** The Region and account that names of resources carry. */
public final class TableNameReader {
  static final String REGION = "eu-west-1";
  private static final String ACCOUNT = "000000000000";
  private static final int ARN_PARTS = 6;
  private static final String TABLE = "table/";

  private TableNameReader() {}

  /** Returns the ARN of a table that is given by its name. */
  public static String tableArn(String table) {
    return "arn:aws:dynamodb:%s:%s:%s%s".formatted(REGION, ACCOUNT, TABLE, table);
  }

  /** Returns the name of a table that is given by its name or by its ARN. */
  public static String tableName(String nameOrArn) {
    return nameOrArn.startsWith("arn:") ? nameOfArn(nameOrArn) : nameOrArn;
  }

  private static String nameOfArn(String arn) {
    String[] parts = arn.split(":", ARN_PARTS);
    boolean ofTable =
        parts.length == ARN_PARTS
            && parts[2].equals("dynamodb")
            && parts[5].startsWith(TABLE)
            && parts[5].indexOf('/', TABLE.length()) < 0;
    if (!ofTable) {
      throw Refusals.counted("Invalid table ARN '" + arn + "'");
    }
    if (!parts[3].equals(REGION)) {
      throw Refusals.counted("Invalid AWS region in '" + arn + "'");
    }
    if (!parts[4].equals(ACCOUNT)) {
      throw new AwsError(
          "AccessDeniedException",
          "The table "
              + arn
              + " is of another account, and no resource-based policy allows the action.");
    }
    return parts[5].substring(TABLE.length());
  }
}
