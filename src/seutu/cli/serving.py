"""`seutu serve`: the web pages and the worker of long jobs in one process."""

from typing import Annotated

import typer

from seutu.cli.starting import start


def attach(app: typer.Typer) -> None:
    """Add the command."""
    app.command("serve", help="Serve the pages. Example: seutu serve --port 8000")(serve)


def serve(
    host: Annotated[str, typer.Option("--host", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", help="Port to listen on.")] = 8000,
) -> None:
    """Serve the pages until interrupted."""
    start()
    run_server(host, port)


def run_server(host: str, port: int) -> None:
    """Run the web server in this process."""
    from django.core.wsgi import get_wsgi_application
    from waitress import serve as run_waitress

    typer.echo(f"http://{host}:{port}/")
    run_waitress(get_wsgi_application(), host=host, port=port, threads=8, ident=None, channel_timeout=60)
