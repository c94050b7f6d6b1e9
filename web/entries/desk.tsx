import { render } from 'solid-js/web'
import '../styles/desk.css'
import { Desk } from '../views/desk/desk'

const root = document.getElementById('desk')
if (root) render(() => <Desk />, root)
