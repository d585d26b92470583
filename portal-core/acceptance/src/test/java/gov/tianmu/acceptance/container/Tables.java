package gov.tianmu.acceptance.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The database as somebody with SQL sees it. */
@ApplicationScoped
public class Tables {

    @Resource(lookup = "jdbc/portal")
    private DataSource database;

    long count(String fromWhere, Object... values) throws SQLException {
        return Long.parseLong(words("select count(*) from " + fromWhere, values).get(0));
    }

    /** The first column of every row as words. */
    List<String> words(String query, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, query, values);
                ResultSet rows = statement.executeQuery()) {
            List<String> words = new ArrayList<>();
            while (rows.next()) {
                words.add(rows.getString(1));
            }
            return words;
        }
    }

    int change(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** Many rows in one transaction. */
    void insert(String sql, List<Object[]> rows) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            for (Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** Everything in every table of the portal, bytes read as Latin letters: what a thief of the database reads. */
    String dump() throws SQLException {
        StringBuilder dump = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet found = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
                while (found.next()) {
                    String schema = found.getString("TABLE_SCHEM");
                    names.add('"' + schema + "\".\"" + found.getString("TABLE_NAME") + '"');
                }
            }
            for (String name : names) {
                try (ResultSet rows = statement.executeQuery("select * from " + name)) {
                    append(rows, dump.append('\n').append(name).append('\n'));
                }
            }
        }
        return dump.toString();
    }

    private static void append(ResultSet rows, StringBuilder dump) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
                Object value = rows.getObject(column);
                if (value instanceof Blob blob) {
                    dump.append(new String(blob.getBytes(1, (int) blob.length()), StandardCharsets.ISO_8859_1));
                } else if (value instanceof byte[] bytes) {
                    dump.append(new String(bytes, StandardCharsets.ISO_8859_1));
                } else if (value instanceof Clob clob) {
                    dump.append(clob.getSubString(1, (int) clob.length()));
                } else {
                    dump.append(value);
                }
                dump.append('\t');
            }
            dump.append('\n');
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        bind(statement, values);
        return statement;
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
