package dev.rampart.domain.inspection.token;

/** The words of SQL: keywords, functions, and the names that databases give to their own parts. */
final class SqlWords {

  private SqlWords() {}

  static void addTo(WordTable words) {
    words.put(TokenKind.SELECT, "select");
    words.put(TokenKind.UNION, "union intersect except minus");
    words.put(TokenKind.FROM, "from");
    words.put(TokenKind.WHERE, "where");
    words.put(TokenKind.AND, "and");
    words.put(TokenKind.OR, "or xor");
    words.put(TokenKind.NOT, "not");
    words.put(TokenKind.LIKE, "like rlike regexp ilike similar sounds glob soundex");
    words.put(TokenKind.IN, "in");
    words.put(TokenKind.IS, "is");
    words.put(TokenKind.BETWEEN, "between");
    words.put(TokenKind.NULL, "null");
    words.put(TokenKind.TRUE, "true false");
    words.put(TokenKind.HAVING, "having");
    words.put(TokenKind.ORDER, "order");
    words.put(TokenKind.GROUP, "group");
    words.put(TokenKind.BY, "by");
    words.put(TokenKind.LIMIT, "limit offset fetch");
    words.put(TokenKind.INTO, "into");
    words.put(TokenKind.OUTFILE, "outfile dumpfile infile");
    words.put(TokenKind.ALL, "all distinct distinctrow");
    words.put(TokenKind.AS, "as");
    words.put(TokenKind.CASE, "case");
    words.put(TokenKind.WHEN, "when");
    words.put(TokenKind.THEN, "then else");
    words.put(TokenKind.END_WORD, "end");
    words.put(TokenKind.EXISTS, "exists any some");
    words.put(TokenKind.IF, "if iif");
    words.put(TokenKind.SET, "set");
    words.put(TokenKind.VALUES, "values value");
    words.put(
        TokenKind.TABLE,
        "table tables database databases schema schemas column columns view index");
    words.put(TokenKind.INSERT, "insert replace");
    words.put(TokenKind.UPDATE, "update");
    words.put(TokenKind.DELETE, "delete truncate");
    words.put(TokenKind.DROP, "drop");
    words.put(TokenKind.CREATE, "create alter rename");
    words.put(TokenKind.EXEC, "exec execute");
    words.put(TokenKind.DECLARE, "declare");
    words.put(TokenKind.WAITFOR, "waitfor");
    words.put(TokenKind.DELAY, "delay");
    words.put(TokenKind.JOIN, "join");
    words.put(TokenKind.PROCEDURE, "procedure");
    words.put(TokenKind.ASC, "asc desc");
    words.put(
        TokenKind.SQL_VERB,
        "grant revoke shutdown show describe explain merge call prepare deallocate handler"
            + " backup restore attach pragma vacuum analyze begin commit rollback savepoint"
            + " kill reset load copy print use bulk");
    words.put(TokenKind.DO, "do");
    words.put(TokenKind.DETACH, "detach");
    words.put(
        TokenKind.SQL_TIME,
        "sleep pg_sleep benchmark dbms_lock generate_series randomblob receive_message"
            + " pg_sleep_for pg_sleep_until regexp_substring");
    words.put(
        TokenKind.SQL_FUNCTION,
        """
        ascii ord hex unhex mid substr substring substring_index lcase ucase ltrim rtrim lpad
        rpad concat concat_ws group_concat string_agg listagg wm_concat xmlagg array_agg ifnull
        isnull nullif coalesce nvl nvl2 decode extractvalue updatexml xmltype xmlelement
        json_extract json_keys json_value json_query to_char to_number to_date chr char nchar
        charindex patindex position locate instr reverse stuff quotename md5 sha1 sha2 crypt
        aes_encrypt aes_decrypt des_encrypt des_decrypt compress uncompress encode crc32
        to_base64 from_base64 load_file lo_import lo_export pg_read_file pg_ls_dir load_extension
        current_user session_user system_user current_database current_schema current_setting
        database_to_xml table_to_xml query_to_xml user_name db_name host_name suser_name suser_sname
        has_dbaccess is_srvrolemember is_member object_id object_name col_name col_length
        serverproperty databasepropertyex connection_id last_insert_id row_count found_rows
        version_compile_os floor rand count sum avg elt make_set export_set procedure_analyse
        name_const geometrycollection polygon multipoint multipolygon linestring multilinestring
        st_latfromgeohash st_longfromgeohash gtid_subset gtid_subtract bit_xor bit_and bit_or
        row_number dense_rank openrowset openquery opendatasource fn_listextendedproperty
        sqlite_version sqlite_source_id sqlite_compileoption_used sqlite_compileoption_get likelihood
        unlikely likely typeof zeroblob quote rawtohex utl_raw cast convert try_convert try_cast
        regexp_like regexp_replace regexp_substr strcmp bit_length octet_length char_length
        character_length unicode conv lower upper length len left right trim repeat replicate
        pow power sqrt abs ceil ceiling round sign mod exp greatest least format space
        """);
    words.put(
        TokenKind.SQL_FUNCTION_WORD,
        "version user database now curdate sysdate getdate newid uuid pi");
    words.put(
        TokenKind.SQL_CATALOGUE,
        """
        information_schema sysobjects syscolumns sysdatabases sysusers sysprocesses syslogins
        msysaccessobjects msysaces msysqueries msysobjects sqlite_master sqlite_temp_master
        sqlite_schema pg_catalog pg_user pg_shadow pg_class pg_database pg_tables pg_group pg_proc
        pg_attribute pg_roles pg_namespace pg_stat_activity all_tables all_users all_tab_columns
        user_tables user_tab_columns user_objects user_constraints dba_users dba_tables
        sysibm systables syscat sysmaster domains rdb mysql sys sysadm table_name table_schema
        column_name schema_name schemata table_constraints dual
        current_catalog password_hash user_password syspasswords
        """);
    words.put(
        TokenKind.SQL_PROCEDURE,
        """
        xp_cmdshell xp_regread xp_regwrite xp_dirtree xp_fileexist xp_enumerrorlogs xp_availablemedia
        xp_enumdsn xp_filelist xp_loginconfig xp_makecab xp_ntsec_enumdomains xp_terminate_process
        xp_servicecontrol sp_password sp_executesql sp_configure sp_makewebtask sp_addextendedproc
        sp_oacreate sp_oamethod sp_addlogin sp_addsrvrolemember sp_help sp_who sp_addlinkedserver
        utl_inaddr utl_http utl_file utl_smtp utl_tcp dbms_pipe dbms_xmlgen dbms_java dbms_output
        dbms_ldap dbms_utility dbms_xslprocessor dbms_xmlquery ctxsys drithsx httpuritype hextoraw
        get_host_address sqlid_to_sqlhash sysibmadm snapagent analyse
        """);
    words.put(
        TokenKind.SQL_TYPE,
        "int integer bigint smallint varchar varchar2 nvarchar numeric decimal float signed"
            + " unsigned binary varbinary bit boolean jsonb json bytea clob blob cursor regclass");
  }
}
