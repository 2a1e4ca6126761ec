//! A schema of its own on a PostgreSQL server, made and dropped again: nothing that is there is touched.

use std::str::FromStr as _;

use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, PgConnection};

use super::{Result, StoreError};

/// A schema that did not exist before.
#[derive(Debug)]
pub struct Scratch {
    server: PgConnectOptions,
    schema: String,
    /// The URL whose tables are those of the schema.
    pub url: String,
}

impl Scratch {
    /// Makes a schema on the server of a `postgres://` URL.
    ///
    /// # Errors
    /// The URL is none, or sets `options` itself; the server refuses.
    pub async fn make(server: &str) -> Result<Self> {
        let bad = |what: &str| StoreError::BadUrl(what.to_owned());
        if !(server.starts_with("postgres://") || server.starts_with("postgresql://")) {
            return Err(bad("a scratch schema is made on a server: `postgres://…`"));
        }
        if server.contains("options=") {
            return Err(bad("a scratch schema sets `options` itself: leave them out of the URL"));
        }
        // the library's message may quote the URL, and with it the password
        let options = PgConnectOptions::from_str(server)
            .map_err(|_| bad("the PostgreSQL URL cannot be read"))?
            .disable_statement_logging();
        let schema = format!("msgctl_drill_{:012x}", rand::random::<u64>() >> 16);
        run(&options, format!("CREATE SCHEMA {schema}")).await?;
        let joint = if server.contains('?') { '&' } else { '?' };
        let url = format!("{server}{joint}options=-csearch_path%3D{schema}");
        Ok(Self { server: options, schema, url })
    }

    /// Its name.
    #[must_use]
    pub fn schema(&self) -> &str {
        &self.schema
    }

    /// Drops the schema with everything in it.
    pub async fn drop(&self) -> Result<()> {
        run(&self.server, format!("DROP SCHEMA {} CASCADE", self.schema)).await
    }
}

/// A statement that takes no parameters; the name in it is our own.
async fn run(server: &PgConnectOptions, sql: String) -> Result<()> {
    let mut conn = PgConnection::connect_with(server).await?;
    sqlx::query(AssertSqlSafe(sql)).execute(&mut conn).await?;
    conn.close().await?;
    Ok(())
}
