//! One test binary: the command line, the store on both engines, providers, properties.

mod support;

mod cmd_advert;
mod cmd_basics;
mod cmd_campaign;
mod cmd_credits;
mod cmd_crypto;
mod cmd_drill;
mod cmd_message;
mod cmd_peace;
mod cmd_people;
mod cmd_pull;
mod cmd_rate;
mod cmd_reports;
mod cmd_routes;
mod cmd_send;
mod cmd_setup;
mod cmd_stats;
mod cmd_texts;
mod cmd_worker;
mod generated;
mod import_cli;
mod import_people;
mod layers;
mod ledger;
mod promises;
mod send_credits;
mod sim;
mod solapi;
mod solapi_server;
mod solapi_sim;
mod steady;
mod store_frequency;
mod store_schema;
mod store_source;
mod verify_books;
