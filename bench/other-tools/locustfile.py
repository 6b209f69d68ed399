"""What anybody would write with Locust's HttpUser: one fixed photo, posted again and again by every user."""

import os

from locust import HttpUser, constant, task

with open(os.environ["PHOTO"], "rb") as file:
    PHOTO = file.read()

left = int(os.environ["UPLOADS"])


class Uploader(HttpUser):
    wait_time = constant(0)

    @task
    def upload(self):
        global left
        if left <= 0:
            self.environment.runner.quit()
            return
        left -= 1
        self.client.post("/upload", files={"photo": ("photo.jpg", PHOTO, "image/jpeg")})
