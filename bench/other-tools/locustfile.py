"""What anybody would write with Locust's HttpUser: one fixed photo, posted again and again by every user."""

import os

import gevent
from locust import HttpUser, constant, events, task

with open(os.environ["PHOTO"], "rb") as file:
    PHOTO = file.read()

UPLOADS = int(os.environ["UPLOADS"])
begun = 0
done = 0
ended = gevent.event.Event()


class Uploader(HttpUser):
    wait_time = constant(0)

    @task
    def upload(self):
        global begun, done
        if begun >= UPLOADS:
            # The run ends when the last upload of the others is done.
            gevent.sleep(3600)
        begun += 1
        self.client.post("/upload", files={"photo": ("photo.jpg", PHOTO, "image/jpeg")})
        done += 1
        if done == UPLOADS:
            ended.set()


@events.test_start.add_listener
def quit_when_ended(environment, **_):
    def wait():
        ended.wait()
        environment.runner.quit()

    gevent.spawn(wait)
